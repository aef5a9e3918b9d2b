/**
 * The pages, loaded when a person opens one.
 *
 * @module
 */

export { gatherPage } from "./gather.ts";
export { renderLogin } from "./render_login.ts";
export { renderPage } from "./render_page.ts";
