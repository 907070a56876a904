import recorded from "../schemas/recorded/list-account-settings.json";
import { failure, run } from "../support/steps";
import { gorgias, useWire } from "../support/wire";

useWire();

const settings = recorded.response;

/** Takes a change and no other. */
function takes(id: number, body: object): void {
  gorgias()
    .put(`/api/account/settings/${id}`, (sent) => {
      expect(sent).toStrictEqual(body);
      return true;
    })
    .reply(202, { id, ...body });
}

const isRead = () => gorgias().get("/api/account/settings").reply(200, settings);

it("lists the settings of one kind", async () => {
  gorgias().get("/api/account/settings?type=access").reply(200, { data: [] });
  await expect(run("listAccountSettings", { type: "access" })).resolves.toEqual({ data: [] });
});

it("what Data leaves out stays, also inside of objects; the type is looked up", async () => {
  isRead();
  takes(360958, { type: "auto-split", data: { email: { enabled: false, split_after_days: 10 } } });
  await run("updateAccountSetting", { id: 360958, data: { email: { enabled: false } } });
});

it("lists within Data are replaced, and what is new is added", async () => {
  isRead();
  const business_hours = [{ days: "6", from_time: "10:00", to_time: "12:00" }];
  takes(360952, {
    type: "business-hours",
    data: { timezone: "Africa/Nairobi", business_hours, note: { a: 1 } },
  });
  await run("updateAccountSetting", { id: 360952, data: { business_hours, note: { a: 1 } } });
});

it("an ID that came as text is found, in a list of its own as well", async () => {
  gorgias()
    .get("/api/account/settings")
    .reply(200, [{ id: "7", type: "limits", data: { max_integrations: 3, max_active_rules: 9 } }]);
  takes(7, { type: "limits", data: { max_integrations: 4, max_active_rules: 9 } });
  await run("updateAccountSetting", { id: 7, type: "limits", data: { max_integrations: 4 } });
});

it("null counts as nothing", async () => {
  gorgias()
    .get("/api/account/settings")
    .reply(200, { data: [{ id: 7, type: "limits", data: null }] });
  takes(7, { type: "limits", data: { max_integrations: 4 } });
  await run("updateAccountSetting", { id: 7, data: { max_integrations: 4 } });
});

const NONE =
  "Account Setting ID: the account has no setting with the ID 7. Nothing was changed: List Account Settings tells the IDs.";

it.each([
  ['{ "data": [{ "id": 8, "type": "limits", "data": {} }] }', NONE],
  ['{ "data": null }', NONE],
  [
    "{}",
    "GET /api/account/settings: Gorgias answered without data. What is there would be lost with the change. Nothing was changed.",
  ],
  [
    '{ "data": [{ "id": 7, "type": "limits" }] }',
    "GET /api/account/settings: Gorgias answered without data. What is there would be lost with the change. Nothing was changed.",
  ],
  [
    '{ "data": [{ "id": 7, "type": "limits", "data": { "a": { "b": 12345678901234567890 } } }] }',
    "GET /api/account/settings: data[0].data.a.b has more digits than can be kept, so sending it back would change it. Nothing was changed.",
  ],
  [
    '{ "data": [{ "id": 7, "type": "auto-merge", "data": {} }] }',
    "Type: the setting 7 is of the type auto-merge, not limits. Leave it blank, or choose another setting. Nothing was changed.",
  ],
])("changes nothing where the settings are %s", async (answer, message) => {
  gorgias().get("/api/account/settings").reply(200, answer, { "content-type": "application/json" });
  const error = await failure("updateAccountSetting", {
    id: 7,
    type: "limits",
    data: { a: { c: 1 } },
  });
  expect(error.message).toBe(message);
});

it("a type that is not the setting's is refused without Data as well", async () => {
  isRead();
  const error = await failure("updateAccountSetting", { id: 360958, type: "limits", name: "L" });
  expect(error.message).toMatch(
    /^Type: the setting 360958 is of the type auto-split, not limits\./,
  );
});

it("Additional Fields replace Data as a whole", async () => {
  isRead();
  takes(360958, { type: "auto-split", data: {} });
  await run("updateAccountSetting", { id: 360958, additionalFields: { data: {} } });
});

it("a type that Gorgias adds later is sent", async () => {
  gorgias()
    .post("/api/account/settings", { type: "moon-phase", data: { shown: true } })
    .reply(201, { id: 1, type: "moon-phase" });
  await run("createAccountSetting", { type: "moon-phase", data: { shown: true } });
});

it("of a whole setting in Data, its data is taken", async () => {
  isRead();
  takes(360958, { type: "auto-split", data: { email: { enabled: false, split_after_days: 10 } } });
  const whole = { id: 360958, type: "auto-split", data: { email: { enabled: false } } };
  await run("updateAccountSetting", { id: 360958, data: JSON.stringify(whole) });
});
