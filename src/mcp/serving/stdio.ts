import { Transform, type TransformCallback } from "node:stream";
import { INVALID_REQUEST, type McpServerFactory, PARSE_ERROR } from "@modelcontextprotocol/server";
import { StdioServerTransport, serveStdio } from "@modelcontextprotocol/server/stdio";
import type { Calls } from "./calls";
import { LARGEST_BODY, TOO_LARGE } from "./limits";

/**
 * Serves one client over stdin and stdout, until its input ends and what it asked is answered. Only
 * the protocol goes to stdout.
 */
export function serveOverStdio(factory: McpServerFactory, calls: Calls): void {
  const lines = new Lines(calls, (code, message) => {
    const error = { jsonrpc: "2.0", id: null, error: { code, message } };
    process.stdout.write(`${JSON.stringify(error)}\n`);
  });
  const limits = { maxBufferSize: 2 * LARGEST_BODY };
  const transport = new StdioServerTransport(process.stdin.pipe(lines), process.stdout, limits);
  serveStdio(factory, { transport });
  // The client has gone, and with it everybody who could read an answer.
  process.stdout.on("error", () => process.exit());
}

const NEWLINE = 0x0a;

/**
 * Passes on whole lines of JSON. The SDK passes over a line that is not JSON and gives up on one that
 * is too long: here both are answered. The end waits for the calls under way, because the SDK drops
 * their answers at the end.
 */
class Lines extends Transform {
  #parts: Buffer[] = [];
  #size = 0;

  constructor(
    readonly calls: Calls,
    readonly refuse: (code: number, message: string) => void,
  ) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      this.#take(chunk.subarray(start, end + 1));
      this.#endLine();
      start = end + 1;
    }
    this.#take(chunk.subarray(start));
    done();
  }

  override _flush(done: TransformCallback): void {
    this.#endLine();
    // What came last is handed over before its call is on the list.
    setImmediate(() => void this.calls.idle().then(() => setImmediate(done)));
  }

  #take(part: Buffer): void {
    this.#size += part.length;
    if (this.#size > LARGEST_BODY) {
      this.#parts = [];
    } else {
      this.#parts.push(part);
    }
  }

  #endLine(): void {
    const line = Buffer.concat(this.#parts);
    const size = this.#size;
    this.#parts = [];
    this.#size = 0;
    if (size > LARGEST_BODY) {
      this.refuse(INVALID_REQUEST, `The line ${TOO_LARGE}`);
    } else if (isJson(line)) {
      this.push(line);
    } else if (line.toString("utf8").trim() !== "") {
      this.refuse(PARSE_ERROR, "The line is not valid JSON: expected one message a line.");
    }
  }
}

function isJson(line: Buffer): boolean {
  try {
    JSON.parse(line.toString("utf8"));
    return true;
  } catch {
    return false;
  }
}
