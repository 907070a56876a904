import { closeAll, rawAccount } from "../support/rawServer";
import { failure, run } from "../support/steps";
import { skipWaits } from "../support/time";

beforeEach(skipWaits);
afterEach(closeAll);

/** An answer whose body ends too soon. */
const cutOff = (status: string) =>
  `HTTP/1.1 ${status}\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"id":`;

const whole =
  'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 8\r\n\r\n{"id":7}';

const writes: [string, string, Record<string, unknown>][] = [
  ["PUT /api/customers/7", "updateCustomer", { id: 7, name: "Jo" }],
  ["POST /api/customers", "createCustomer", { name: "Jo" }],
];

describe("a success that is cut off", () => {
  it.each(writes)("has %s not sent again: it was carried out", async (request, key, inputs) => {
    const arrived = await rawAccount(cutOff("200 OK"));
    await expect(failure(key, inputs)).resolves.toMatchObject({
      name: "GorgiasError",
      status: 200,
      attempts: 1,
      message: `${request}: Gorgias answered 200, but the answer did not come to its end (the connection was cut off). It has carried this out all the same: look in Gorgias, and don't send it again.`,
    });
    expect(arrived).toEqual([request]);
  });

  it("has no raw write sent again either, whatever else it repeats", async () => {
    const arrived = await rawAccount(cutOff("201 Created"));
    const inputs = { method: "PATCH", url: "/x", maxRetries: "3", retryAllErrors: true };
    await expect(failure("rawRequest", inputs)).resolves.toMatchObject({ attempts: 1 });
    expect(arrived).toHaveLength(1);
  });

  it("has a read sent again", async () => {
    const arrived = await rawAccount(cutOff("200 OK"), whole);
    await expect(run("getAccount")).resolves.toEqual({ id: 7 });
    expect(arrived).toHaveLength(2);
  });

  it("is a deletion that was done", async () => {
    await rawAccount(cutOff("200 OK"));
    await expect(run("deleteTicket", { id: 7 })).resolves.toEqual({ id: 7, deleted: true });
  });
});
