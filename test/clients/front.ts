import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";

/** A server that stands in front of another one and passes everything on. */
export interface Front {
  /** Its origin. */
  readonly origin: string;
  close(): Promise<void>;
}

/** What it does beside passing on. */
export interface FrontOptions {
  /** Sent on with each request, whatever came. */
  readonly headers?: IncomingHttpHeaders;
  /** Sees each request first, and says whether it keeps it from the server behind. */
  readonly keeps?: (asked: IncomingMessage, answered: ServerResponse) => boolean;
}

/**
 * Starts one on a free port of this machine.
 *
 * @param behind the origin of the other server
 */
export async function inFrontOf(behind: string, options: FrontOptions): Promise<Front> {
  const { headers = {}, keeps = () => false } = options;
  const server = createServer((asked, answered) => {
    if (keeps(asked, answered)) {
      return;
    }
    const onward = request(
      `${behind}${asked.url}`,
      { method: asked.method, headers: { ...asked.headers, ...headers } },
      (answer) => {
        answered.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(answered);
      },
    );
    asked.pipe(onward.on("error", () => answered.destroy()));
    answered.once("close", () => onward.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
