import { randomBytes } from "node:crypto";
import formbody from "@fastify/formbody";
import type { FastifyInstance } from "fastify";
import { z } from "zod";

/** The application that may ask for tokens. */
export interface OAuthClient {
  clientId: string;
  clientSecret: string;
}

const authorizeQuery = z.looseObject({
  response_type: z.literal("code"),
  client_id: z.string(),
  redirect_uri: z.url(),
  scope: z.string().default("openid profile email offline write:all"),
  state: z.string().optional(),
});

const tokenBody = z.discriminatedUnion("grant_type", [
  z.looseObject({
    grant_type: z.literal("authorization_code"),
    code: z.string(),
    redirect_uri: z.string().optional(),
  }),
  z.looseObject({ grant_type: z.literal("refresh_token"), refresh_token: z.string() }),
]);

const clientInBody = z.looseObject({ client_id: z.string(), client_secret: z.string() });

/**
 * OAuth 2.0's authorization code grant, where the `offline` scope gives a refresh token
 * (`docs/gorgias-api.md`, "Address and authentication"). Consent is taken for granted, since
 * nobody is at hand to click.
 */
export class OAuth {
  private readonly codes = new Map<string, { scope: string; redirectUri: string }>();
  private readonly refreshTokens = new Map<string, string>();
  private readonly accessTokens = new Map<string, { scope: string; expires: number }>();

  constructor(
    private readonly client: OAuthClient,
    private readonly now: () => number,
    private readonly tokenLifetimeSeconds: number,
    private readonly replacesRefreshTokens: boolean,
  ) {}

  /** The scopes of an access token; undefined when it was not handed out, or has expired. */
  scopesOf(token: string): string[] | undefined {
    const held = this.accessTokens.get(token);
    return held !== undefined && held.expires > this.now() ? held.scope.split(" ") : undefined;
  }

  /** Serves the two addresses of the grant. */
  routes(app: FastifyInstance): void {
    app.register(formbody);

    app.get("/oauth/authorize", (request, reply) => {
      const given = authorizeQuery.safeParse(request.query);
      if (!given.success || given.data.client_id !== this.client.clientId) {
        const error = given.success ? "unauthorized_client" : "invalid_request";
        return reply.code(400).send(refusal(error, "Unknown client, or a parameter is missing."));
      }
      const { redirect_uri: redirectUri, scope, state } = given.data;
      const code = randomBytes(16).toString("base64url");
      this.codes.set(code, { scope, redirectUri });
      const target = new URL(redirectUri);
      target.searchParams.set("code", code);
      if (state !== undefined) target.searchParams.set("state", state);
      return reply.redirect(target.href, 302);
    });

    app.post("/oauth/token", (request, reply) => {
      if (!this.isClient(request.headers.authorization, request.body)) {
        return reply.code(401).send(refusal("invalid_client", "Wrong client id or secret."));
      }
      const given = tokenBody.safeParse(request.body);
      if (!given.success) {
        return reply
          .code(400)
          .send(refusal("invalid_request", "The grant is unknown or incomplete."));
      }
      const scope =
        given.data.grant_type === "refresh_token"
          ? this.refreshTokens.get(given.data.refresh_token)
          : this.redeem(given.data.code, given.data.redirect_uri);
      if (scope === undefined) {
        return reply
          .code(400)
          .send(refusal("invalid_grant", "The code or token is used up, expired or unknown."));
      }
      const refreshToken =
        given.data.grant_type === "refresh_token" && !this.replacesRefreshTokens
          ? given.data.refresh_token
          : this.refreshTokenFor(scope);
      if (given.data.grant_type === "refresh_token" && this.replacesRefreshTokens) {
        this.refreshTokens.delete(given.data.refresh_token);
      }
      return {
        access_token: this.accessToken(scope),
        token_type: "Bearer",
        expires_in: this.tokenLifetimeSeconds,
        scope,
        ...(refreshToken !== undefined && { refresh_token: refreshToken }),
      };
    });
  }

  /** A code works once, and only for the address it was sent to. */
  private redeem(code: string, redirectUri: string | undefined): string | undefined {
    const held = this.codes.get(code);
    this.codes.delete(code);
    return held?.redirectUri === redirectUri ? held?.scope : undefined;
  }

  private accessToken(scope: string): string {
    const token = randomBytes(24).toString("base64url");
    this.accessTokens.set(token, { scope, expires: this.now() + this.tokenLifetimeSeconds * 1000 });
    return token;
  }

  private refreshTokenFor(scope: string): string | undefined {
    if (!scope.split(" ").includes("offline")) return undefined;
    const token = randomBytes(24).toString("base64url");
    this.refreshTokens.set(token, scope);
    return token;
  }

  /** Client id and secret come in the body or, as OAuth 2.0 prefers, as Basic credentials. */
  private isClient(authorization: string | undefined, body: unknown): boolean {
    const { clientId, clientSecret } = this.client;
    if (authorization !== undefined) return authorization === basic(clientId, clientSecret);
    const given = clientInBody.safeParse(body);
    return (
      given.success &&
      given.data.client_id === clientId &&
      given.data.client_secret === clientSecret
    );
  }
}

/** The value of an `Authorization` header with a name and a password. */
export function basic(name: string, password: string): string {
  return `Basic ${Buffer.from(`${name}:${password}`).toString("base64")}`;
}

function refusal(error: string, description: string) {
  return { error, error_description: description };
}
