import { type Account, openAccount } from "./account";

let account: Account;
beforeEach(async () => {
  account = await openAccount({ tickets: 1 });
});
afterEach(() => account.sandbox.close());

const path = "/account/settings";

describe("account settings", () => {
  it("are listed all at once, or those of a type, and shown with the account", async () => {
    const all = (await account.get(path)).body;
    expect(Object.keys(all)).toEqual(["data"]);
    expect(all.data.map(({ type }: { type: string }) => type)).toEqual([
      "business-hours",
      "access",
      "auto-split",
      "default-integration",
    ]);
    expect((await account.get(`${path}?type=auto-split`)).body.data).toEqual([all.data[2]]);
    expect((await account.get(`${path}?type=none`)).body.data).toEqual([]);
    expect((await account.get("/account")).body.settings).toEqual(all.data);
    expect((await account.get(`${path}?limit=1`)).status).toBe(400);
  });

  it("are made and changed, and the events tell of both", async () => {
    const data = { enabled: true, merging_window_days: 5 };
    const made = await account.post(path, { type: "auto-merge", data: { tickets: data } });
    const { id } = made.body;
    expect([made.status, made.body]).toEqual([
      201,
      { id, type: "auto-merge", data: { tickets: data } },
    ]);
    const changed = await account.put(`${path}/${id}`, { type: "auto-merge", data: {} });
    expect([changed.status, changed.body]).toEqual([200, { id, type: "auto-merge", data: {} }]);
    expect((await account.get(`${path}?type=auto-merge`)).body.data).toEqual([changed.body]);
    expect((await account.get("/events?limit=2")).body.data).toMatchObject([
      { type: "account-setting-updated", object_type: "AccountSetting", object_id: id },
      { type: "account-setting-created", object_type: "AccountSetting", object_id: id },
    ]);
  });

  it("keep their data when an update says nothing of it", async () => {
    const [hours] = (await account.get(path)).body.data;
    const { status, body } = await account.put(`${path}/${hours.id}`, {
      type: hours.type,
      name: "x",
    });
    expect([status, body]).toEqual([200, hours]);
  });

  it("have a type of their own", async () => {
    expect((await account.post(path, { type: "access" })).status).toBe(409);
    const [{ id }] = (await account.get(path)).body.data;
    expect((await account.put(`${path}/${id}`, { type: "access" })).body.error.data).toEqual({
      type: [expect.any(String)],
    });
    expect((await account.put(`${path}/1`, { type: "access" })).status).toBe(404);
  });

  it.each([
    ["no type", { data: {} }, { type: ["Missing data for required field."] }],
    ["an unknown field", { type: "limits", colour: "red" }, { colour: ["Unknown field."] }],
    [
      "business hours without an end",
      { type: "business-hours", data: { business_hours: [{ days: "1", from_time: "09:00" }] } },
      { data: { business_hours: [expect.any(String)] } },
    ],
    [
      "an unknown way to sign up",
      { type: "access", data: { signup_mode: "anyone" } },
      { data: { signup_mode: [expect.any(String)] } },
    ],
    [
      "an integration that is no id",
      { type: "default-integration", data: { email: "inbox" } },
      { data: { email: [expect.any(String)] } },
    ],
  ])("refuse %s", async (_what, body, data) => {
    const answer = await account.post(path, body);
    expect([answer.status, answer.body.error.data]).toEqual([400, data]);
  });
});
