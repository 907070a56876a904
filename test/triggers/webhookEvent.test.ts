import { createHash } from "node:crypto";
import { examplePayload } from "../../src/triggers/examplePayload";
import { isGenuine } from "../../src/triggers/webhookEvent";

describe("a secret", () => {
  const carrying = (secret: string) => ({
    ...examplePayload(null),
    headers: { "x-GORGIAS-connector-secret": secret },
  });

  it("is compared by digests of one length, whatever it is compared with", () => {
    expect(isGenuine(carrying("right"), "right")).toBe(true);
    expect(isGenuine(carrying("right "), "right")).toBe(false);
    expect(isGenuine(carrying("r"), "right")).toBe(false);
    expect(isGenuine(carrying(createHash("sha256").update("right").digest("hex")), "right")).toBe(
      false,
    );
    expect(isGenuine(carrying(""), "")).toBe(false);
    expect(isGenuine(carrying(""), undefined)).toBe(false);
  });
});
