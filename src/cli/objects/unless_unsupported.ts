/**
 * Answers that not every hypervisor has.
 *
 * @module
 */

/** What a hypervisor does not know is left out. */
export async function unlessUnsupported<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "VIR_ERR_NO_SUPPORT") return undefined;
    throw error;
  }
}
