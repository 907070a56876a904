import { type ClientOptions, GorgiasClient, type RequestSpec } from "../../client";
import type { Content, File } from "../../client/content";
import type { Deadline } from "../../client/deadline";
import type { Delivered } from "../../client/delivery";
import { GorgiasConnectionError } from "../../client/errors";
import type { Opened } from "./renewals";

/** What it needs, with the connection as it was opened. */
export type RenewingOptions = Omit<ClientOptions, "connection"> &
  Opened & { readonly deadline: Deadline };

/**
 * A client that goes on with another access token when Gorgias refuses the one that it has. Only the
 * request that was refused is sent again: a 401 was not carried out.
 */
export class RenewingClient extends GorgiasClient {
  readonly #options: RenewingOptions;
  #next: Promise<GorgiasClient> | undefined;

  constructor(options: RenewingOptions) {
    super(options);
    this.#options = options;
  }

  override send(spec: RequestSpec): Promise<Delivered> {
    return this.#carry(
      () => super.send(spec),
      (next) => next.send(spec),
    );
  }

  override download(path: string, content?: Content): Promise<File> {
    return this.#carry(
      () => super.download(path, content),
      (next) => next.download(path, content),
    );
  }

  async #carry<T>(first: () => Promise<T>, again: (next: GorgiasClient) => Promise<T>): Promise<T> {
    if (this.#next) {
      return again(await this.#next);
    }
    try {
      return await first();
    } catch (error) {
      const { renewed, ...options } = this.#options;
      const isRefused = error instanceof GorgiasConnectionError && error.status === 401;
      if (!isRefused || !renewed || options.deadline.isCancelled) {
        throw error;
      }
      this.#next ??= renewed().then((connection) => new GorgiasClient({ ...options, connection }));
      return again(await this.#next);
    }
  }
}
