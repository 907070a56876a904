import type { Connection } from "@prismatic-io/spectral";
import { z } from "zod";
import { accountLabel, originOf } from "../../client/address";
import { plainContent } from "../../client/content";
import { GorgiasConnectionError } from "../../client/errors";
import type { Outcome } from "../../client/http";
import { exchange } from "../../client/transport";
import { OAUTH2 } from "../../connections/keys";

/** What an app needs to renew its tokens. */
export interface Renewable {
  readonly domain: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly refreshToken: string;
  readonly accessToken?: string | undefined;
}

/** What Gorgias gave to an app. */
export interface Given {
  readonly accessToken: string;
  /** A new one, where Gorgias replaced it. */
  readonly refreshToken?: string | undefined;
  readonly expiresInSeconds?: number | undefined;
}

const answered = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).optional(),
  expires_in: z.coerce.number().positive().optional().catch(undefined),
});

const TIMEOUT_MS = 20_000;

const REQUEST = "POST /oauth/token";

/** A connection whose access token can be renewed, as the actions take it. */
export function renewable(app: Renewable): Connection {
  const { domain, clientId, clientSecret, refreshToken, accessToken } = app;
  return {
    key: OAUTH2,
    configVarKey: "",
    fields: { domain, clientId, clientSecret },
    token: { refresh_token: refreshToken, ...(accessToken && { access_token: accessToken }) },
  };
}

/** Whether a connection is one of {@link renewable}. */
export function isRenewable({ token }: Connection): boolean {
  return typeof token?.refresh_token === "string";
}

/**
 * Asks Gorgias for a new access token (docs/gorgias-api.md, "Address and authentication").
 *
 * @param pcid names the connection in errors
 * @throws GorgiasConnectionError that holds no secret
 */
export async function renew(pcid: string, connection: Connection, refreshToken: string) {
  const { domain, clientId, clientSecret } = connection.fields;
  const form = new URLSearchParams({ grant_type: "refresh_token", refresh_token: refreshToken });
  const content = plainContent(String(form), "application/x-www-form-urlencoded");
  const outcome = await exchange(
    {
      name: REQUEST,
      method: "POST",
      url: `${originOf(accountLabel(domain))}/oauth/token`,
      headers: {
        accept: "application/json",
        ...content.headers,
        authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}`,
      },
      content,
      isRead: false,
      expects: "json",
      mayBeEmpty: false,
      deletesOne: false,
      timeoutMs: TIMEOUT_MS,
    },
    false,
  );
  const { data } = answered.safeParse(outcome.kind === "answer" ? outcome.body : undefined);
  if (!data || outcome.kind !== "answer" || outcome.status >= 300) {
    throw new GorgiasConnectionError(
      connection,
      `The access token of the connection ${pcid} could not be renewed: ${reasonOf(outcome)}`,
      {
        request: REQUEST,
        status: outcome.kind === "answer" ? outcome.status : undefined,
        attempts: 1,
      },
    );
  }
  const given: Given = {
    accessToken: data.access_token,
    refreshToken: data.refresh_token,
    expiresInSeconds: data.expires_in,
  };
  return given;
}

/** Whether an error of {@link renew} says that Gorgias does not take the refresh token. */
export function isRefused(error: unknown): boolean {
  return error instanceof GorgiasConnectionError && isRefusal(error.status);
}

function isRefusal(status: number | undefined): boolean {
  return status === 400 || status === 401;
}

function reasonOf(outcome: Outcome): string {
  if (outcome.kind === "fault") {
    return `no answer came from Gorgias (${outcome.code}). Try again.`;
  }
  const { status } = outcome;
  if (isRefusal(status)) {
    return `Gorgias answered ${status}. Whoever runs this server has to connect the account again, and put its new refresh token into the configuration.`;
  }
  return `Gorgias answered ${status}${status < 300 ? " without a token" : ""}. Try again later.`;
}
