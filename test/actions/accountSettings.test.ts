import recorded from "../schemas/recorded/list-account-settings.json";
import { run } from "../support/steps";
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

it("a setting that can't be found is sent as it was filled in", async () => {
  isRead();
  takes(7, { type: "limits", data: { max_integrations: 3 } });
  await run("updateAccountSetting", { id: 7, type: "limits", data: { max_integrations: 3 } });
});

it("without Data, nothing is read that isn't needed", async () => {
  takes(7, { type: "limits", name: "Limits" });
  await run("updateAccountSetting", { id: 7, type: "limits", name: "Limits" });
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
