import component from "../../src";
import { run } from "../support/steps";
import { gorgias, page, useWire } from "../support/wire";

useWire();

it.each([
  ["listVoiceCalls", "/phone/voice-calls", "ticket_id"],
  ["listVoiceCallEvents", "/phone/voice-call-events", "call_id"],
  ["listVoiceCallRecordings", "/phone/voice-call-recordings", "call_id"],
])("%s reads every page, in no order that one could choose", async (key, path, filter) => {
  const pages = { [filter]: 5, limit: 100 };
  gorgias()
    .get(`/api${path}`)
    .query(pages)
    .reply(200, page([{ id: 1 }], "next"));
  gorgias()
    .get(`/api${path}`)
    .query({ ...pages, cursor: "next" })
    .reply(200, page([{ id: 2 }]));
  await expect(run(key, { [filter]: "5", fetchAll: true })).resolves.toMatchObject({
    data: [{ id: 1 }, { id: 2 }],
  });
  const keys = component.actions[key]?.inputs.map((input) => input.key);
  expect(keys).not.toContain("order_by");
});

it("deleting a recording says what goes and what stays", async () => {
  gorgias().delete("/api/phone/voice-call-recordings/9").reply(204);
  await expect(run("deleteVoiceCallRecording", { id: 9 })).resolves.toEqual({
    id: 9,
    deleted: true,
  });
  expect(component.actions.deleteVoiceCallRecording?.display.description).toMatch(
    /sound file is gone for good; the call itself stays/,
  );
});
