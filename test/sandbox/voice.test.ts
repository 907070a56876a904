import { type Account, openAccount } from "./account";

let account: Account;
beforeEach(async () => {
  account = await openAccount();
});
afterEach(() => account.sandbox.close());

const calls = async (query = "") => (await account.get(`/phone/voice-calls${query}`)).body.data;

describe("voice calls", () => {
  it("are listed, found one by one and by their ticket", async () => {
    const all = await calls();
    expect(all).toHaveLength(15);
    expect((await account.get(`/phone/voice-calls/${all[0].id}`)).body).toEqual(all[0]);
    expect(await calls(`?ticket_id=${all[3].ticket_id}`)).toEqual([all[3]]);
    const ticket = (await account.get(`/tickets/${all[3].ticket_id}`)).body;
    expect(all[3].customer_id).toBe(ticket.customer.id);
    expect((await account.get("/phone/voice-calls/1")).status).toBe(404);
  });

  it("tell what happened, in order", async () => {
    const call = (await calls()).find(({ status }: { status: string }) => status === "completed");
    const { data } = (await account.get(`/phone/voice-call-events?call_id=${call.id}`)).body;
    const types = data.map(({ type }: { type: string }) => type).reverse();
    expect(types).toEqual([
      expect.stringMatching(/^(incoming|outgoing)-phone-call$/),
      "phone-call-ringing",
      "phone-call-answered",
      "completed-phone-call",
      "call-recording",
    ]);
    expect((await account.get(`/phone/voice-call-events/${data[0].id}`)).body).toEqual(data[0]);
  });

  it.each([
    ["/phone/voice-calls", "call_id=1"],
    ["/phone/voice-call-events", "ticket_id=1"],
    ["/phone/voice-call-recordings", "ticket_id=1"],
    ["/phone/voice-calls", "order_by=created_datetime:asc"],
    ["/phone/voice-calls", "limit=0"],
  ])("%s refuse %s", async (path, query) => {
    expect((await account.get(`${path}?${query}`)).status).toBe(400);
  });

  it("cannot be made, changed or deleted", async () => {
    const served = account.sandbox.routes.filter((route) => route.includes("/phone/"));
    expect(served.filter((route) => !route.startsWith("GET"))).toEqual([
      "DELETE /api/phone/voice-call-recordings/{id}",
    ]);
  });
});

describe("recordings", () => {
  const path = "/phone/voice-call-recordings";

  it("can be heard without credentials", async () => {
    const [recording] = (await account.get(path)).body.data;
    const file = await fetch(recording.url);
    expect([file.status, file.headers.get("content-type")]).toEqual([200, "audio/wav"]);
    expect(
      Buffer.from(await file.arrayBuffer())
        .subarray(0, 4)
        .toString(),
    ).toBe("RIFF");
    expect((await account.get(`${path}?call_id=${recording.call_id}`)).body.data).toEqual([
      recording,
    ]);
  });

  it("say who deleted them and when, and can then not be heard any more", async () => {
    const [recording] = (await account.get(path)).body.data;
    expect((await account.delete(`${path}/${recording.id}`)).status).toBe(204);
    const { body } = await account.get(`${path}/${recording.id}`);
    expect(body).toEqual({
      ...recording,
      url: null,
      deleted_datetime: expect.any(String),
      deleted_by_user_id: 400746608,
    });
    expect((await fetch(recording.url)).status).toBe(404);
    const call = (await account.get(`/phone/voice-calls/${recording.call_id}`)).body;
    expect(call.has_call_recording).toBe(false);
  });
});
