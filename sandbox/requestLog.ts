import type { Api } from "./api";
import type { Credentials } from "./credentials";

declare module "fastify" {
  interface FastifyRequest {
    /** The entry in the log; null for requests to anything but the API. */
    recorded: RecordedRequest | null;
  }
}

/** A request to the API, as it was seen here. */
export interface RecordedRequest {
  method: string;
  /** With the query. */
  path: string;
  /** 0 while there is no answer, and for a connection that was cut. */
  status: number;
  /** The clock's milliseconds. */
  at: number;
  /** Whether its credentials were good. */
  authorized: boolean;
}

/** Every request to the API since the start, refused ones included. */
export class RequestLog {
  readonly requests: RecordedRequest[] = [];
  private readonly listeners: ((request: RecordedRequest) => void)[] = [];

  constructor(
    private readonly credentials: Credentials,
    private readonly now: () => number,
  ) {}

  /** Calls the listener with every request as it comes in, before it is carried out. */
  onRequest(listener: (request: RecordedRequest) => void): void {
    this.listeners.push(listener);
  }

  /** Records the requests that this server receives from now on. */
  attachTo(app: Api): void {
    app.decorateRequest("recorded", null);

    app.addHook("onRequest", async (request) => {
      const { method, url } = request;
      if (!url.startsWith("/api")) return;
      const authorized = this.credentials.check(request.headers) !== undefined;
      const entry = { method, path: url, status: 0, at: this.now(), authorized };
      request.recorded = entry;
      this.requests.push(entry);
      for (const listener of this.listeners) listener(entry);
    });

    app.addHook("onSend", async (request, reply, payload) => {
      if (request.recorded !== null) request.recorded.status = reply.statusCode;
      return payload;
    });
  }
}
