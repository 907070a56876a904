import { createHash } from "node:crypto";
import { examplePayload } from "../../src/triggers/examplePayload";
import { instantOf, isoOf } from "../../src/triggers/instant";
import { isGenuine } from "../../src/triggers/webhookEvent";

describe("an instant", () => {
  it.each([
    ["2024-11-14T13:56:16.494726+00:00", "2024-11-14T13:56:16.494726Z"],
    ["2024-11-14T13:56:16.494726", "2024-11-14T13:56:16.494726Z"],
    ["2024-11-14T13:56:16Z", "2024-11-14T13:56:16.000000Z"],
    ["2024-11-14T13:56:16.5+00:00", "2024-11-14T13:56:16.500000Z"],
    ["2024-11-14T13:56:16.494726999Z", "2024-11-14T13:56:16.494726Z"],
    ["2024-11-14 14:56:16.494726+01:00", "2024-11-14T13:56:16.494726Z"],
    ["2024-11-14T00:26:16.494726+0530", "2024-11-13T18:56:16.494726Z"],
    ["2024-11-14T14:56:16+01", "2024-11-14T13:56:16.000000Z"],
    ["2024-11-14", "2024-11-14T00:00:00.000000Z"],
    ["2024-11-14T24:00:00Z", "2024-11-15T00:00:00.000000Z"],
    ["1969-12-31T23:59:59.999999Z", "1969-12-31T23:59:59.999999Z"],
  ])("of %s is %s", (text, expected) => {
    expect(isoOf(instantOf(text) ?? 0)).toBe(expected);
  });

  it.each([null, undefined, "", "yesterday", "2024-13-01T00:00:00Z", "2025-01-01T00:00:60Z", 7])(
    "is not made up for %p",
    (value) => {
      expect(instantOf(value)).toBeUndefined();
    },
  );
});

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
