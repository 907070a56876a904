import { Hono } from "hono";
import { askedIn } from "./asked";
import { stepIn } from "./catalogue";
import { refuseUnconfirmed } from "./confirmation";
import { asCsvFile, asFile, asItCame, asJsonFile } from "./downloads";
import { Refused } from "./failure";
import { performStep } from "./performing";
import type { Session } from "./session";

/** `/runs`: starts, cancels and tells of runs, and hands out their answers. */
export function runRoutes(session: Session): Hono {
  const { component, catalogue, accounts, runs, files } = session;
  return new Hono()
    .get("/", (context) => context.json(runs.all()))
    .post("/", async (context) => {
      const asked = await askedIn(context, catalogue);
      const step = stepIn(catalogue, asked.kind, asked.key);
      if (asked.kind !== "actions" && asked.kind !== "pickLists") {
        throw new Refused(400, { message: `${step.label} does not run by itself.` });
      }
      refuseUnconfirmed(session, step, asked);
      const { connection } = accounts.current;
      const { values, refusals } = files.putInto(step.inputs, asked.inputs);
      const run = runs.begin({ step, inputs: asked.inputs }, ({ logger, watcher }) =>
        performStep(component, step, values, connection, logger, {
          inputHost: { refusals },
          watcher,
        }),
      );
      return context.json(run.told, 201);
    })
    .get("/:id", (context) => context.json(runs.get(context.req.param("id")).told))
    .delete("/:id", (context) => {
      const run = runs.get(context.req.param("id"));
      run.cancel();
      return context.json(run.told);
    })
    .get("/:id/answer", (context) => asItCame(runs.answerOf(context.req.param("id"))))
    .get("/:id/answer.file", (context) => asFile(runs.answerOf(context.req.param("id"))))
    .get("/:id/answer.json", (context) => {
      const id = context.req.param("id");
      return asJsonFile(runs.answerOf(id), runs.get(id).told.key);
    })
    .get("/:id/answer.csv", (context) => {
      const id = context.req.param("id");
      return asCsvFile(runs.answerOf(id), runs.get(id).told.key);
    });
}
