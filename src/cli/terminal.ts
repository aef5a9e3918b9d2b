/**
 * The two streams a person or a program reads, and what may be written to each: colours and progress only to a
 * terminal, nothing at all once the reader has gone.
 *
 * @module
 */

/** How a word is set apart on a terminal. */
export type TextStyle = "bold" | "dim" | "red" | "green" | "yellow" | "cyan";

/** Where output goes. */
export interface Terminal {
  /** Whether standard output is a terminal. */
  readonly outIsTerminal: boolean;
  /** Whether standard error is a terminal. */
  readonly errIsTerminal: boolean;
  /** Columns of the terminal; 80 where there is none. */
  readonly columns: number;
  /** Writes the answer. Throws {@linkcode OutputClosedError} once nobody reads any more. */
  out(text: string): void;
  /** Writes lines about the work; a closed standard error is not worth failing for. */
  err(text: string): void;
  /** Colours text for standard output, where colours are wanted. */
  paint(style: TextStyle, text: string): string;
  /** Shows one line on the terminal in place of the one before it; an empty text takes it away. */
  progress(text: string): void;
}

/** Whoever read standard output went away. */
export class OutputClosedError extends Error {
  constructor(options?: ErrorOptions) {
    super("Standard output was closed by its reader", options);
    this.name = "OutputClosedError";
  }
}

/** ECMA-48 select graphic rendition codes. */
const STYLE_CODES: Readonly<Record<TextStyle, number>> = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 };

/** Gives the terminal of this process. */
export function processTerminal(): Terminal {
  return new ProcessTerminal();
}

class ProcessTerminal implements Terminal {
  readonly #encoder = new TextEncoder();
  #progress = "";

  get outIsTerminal(): boolean {
    return Deno.stdout.isTerminal();
  }

  get errIsTerminal(): boolean {
    return Deno.stderr.isTerminal();
  }

  get columns(): number {
    try {
      return Deno.consoleSize().columns || 80;
    } catch {
      return 80;
    }
  }

  out(text: string): void {
    this.progress("");
    try {
      writeAll(Deno.stdout, this.#encoder.encode(text));
    } catch (error) {
      if (error instanceof Deno.errors.BrokenPipe) throw new OutputClosedError({ cause: error });
      throw error;
    }
  }

  err(text: string): void {
    const shown = this.#progress;
    this.progress("");
    this.#writeErr(`${text}\n`);
    this.progress(shown);
  }

  paint(style: TextStyle, text: string): string {
    // https://no-color.org: any value but the empty one.
    if (!this.outIsTerminal || Deno.env.get("NO_COLOR") || Deno.env.get("TERM") === "dumb") return text;
    return `\x1b[${STYLE_CODES[style]}m${text}\x1b[0m`;
  }

  progress(text: string): void {
    if (text === this.#progress || !this.errIsTerminal || Deno.env.get("TERM") === "dumb") return;
    const line = text.slice(0, this.columns - 1);
    this.#writeErr(`\r${line}\x1b[K`);
    this.#progress = text;
  }

  /** What cannot be said any more is not worth failing for. */
  #writeErr(text: string): void {
    try {
      writeAll(Deno.stderr, this.#encoder.encode(text));
    } catch (error) {
      if (!(error instanceof Deno.errors.BrokenPipe)) throw error;
    }
  }
}

function writeAll(stream: { writeSync(bytes: Uint8Array): number }, bytes: Uint8Array): void {
  let done = 0;
  while (done < bytes.length) {
    try {
      done += stream.writeSync(bytes.subarray(done));
    } catch (error) {
      // A reader may have made the pipe non-blocking; what it has not taken yet is offered again.
      if (!(error instanceof Deno.errors.WouldBlock)) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
}
