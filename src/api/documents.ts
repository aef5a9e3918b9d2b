/**
 * The configurations of objects as typed documents: their types are derived from how the documents are declared.
 *
 * @module
 */

import type * as bindings from "../conf/network_filter_binding/document.ts";
import type * as domains from "../conf/domain/document.ts";
import type * as filters from "../conf/network_filter/document.ts";
import type * as interfaces from "../conf/interface/document.ts";
import type * as networks from "../conf/network/document.ts";
import type * as nodeDevices from "../conf/node_device/document.ts";
import type * as pools from "../conf/storage_pool/document.ts";
import type * as ports from "../conf/network_port/document.ts";
import type * as secrets from "../conf/secret/document.ts";

/**
 * `<domain>`.
 *
 * @internal
 */
export type DomainDocument = domains.Domain;

/**
 * `<interface>`.
 *
 * @internal
 */
export type InterfaceDocument = interfaces.InterfaceDocument;

/**
 * `<network>`.
 *
 * @internal
 */
export type NetworkDocument = networks.Network;

/**
 * `<filter>`.
 *
 * @internal
 */
export type NetworkFilterDocument = filters.NetworkFilter;

/**
 * `<filterbinding>`.
 *
 * @internal
 */
export type NetworkFilterBindingDocument = bindings.NetworkFilterBinding;

/**
 * `<networkport>`.
 *
 * @internal
 */
export type NetworkPortDocument = ports.NetworkPort;

/**
 * `<device>`.
 *
 * @internal
 */
export type NodeDeviceDocument = nodeDevices.NodeDevice;

/**
 * `<secret>`.
 *
 * @internal
 */
export type SecretDocument = secrets.Secret;

/**
 * `<pool>`.
 *
 * @internal
 */
export type StoragePoolDocument = pools.StoragePool;
