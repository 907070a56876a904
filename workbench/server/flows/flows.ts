import type { Asked, Flow, Run, Step } from "../../messages";
import { stepIn } from "../catalogue";
import { refusalsOf } from "../check";
import { Refused } from "../failure";
import type { Session } from "../session";
import { StartedFlow } from "./startedFlow";

/** The flows of this session. All of them end with it. */
export class Flows {
  readonly #flows = new Map<string, StartedFlow>();

  constructor(private readonly session: Session) {
    session.atEnd(() => this.#stopAll());
  }

  /** The oldest first. */
  all(): readonly Flow[] {
    return [...this.#flows.values()].map(({ told }) => told);
  }

  /**
   * Starts a flow.
   *
   * @throws Refused for inputs that the connector refuses, for a trigger whose last flow still runs,
   *   and for a webhook that cannot be set up
   */
  async start(asked: Asked): Promise<Flow> {
    const { component, catalogue, accounts, files } = this.session;
    const step = stepIn(catalogue, "triggers", asked.key);
    if (component.triggers[step.key]?.webhookCreate && !accounts.current.told.isSandbox) {
      throw new Refused(422, {
        message:
          "Gorgias cannot call this machine, so a webhook works here on the made-up account only. On the platform, the trigger sets it up in the real account by itself.",
      });
    }
    const { values } = files.putInto(step.inputs, asked.inputs);
    const refusals = await refusalsOf(this.session, asked);
    if (refusals.length > 0) {
      throw new Refused(422, { message: refusals.map((one) => one.message).join("\n"), refusals });
    }
    this.#refuseSecond(step);
    const flow = new StartedFlow(this.session, { step, inputs: asked.inputs, values });
    const { id } = flow.told;
    this.#flows.set(id, flow);
    try {
      await flow.start();
    } catch (error) {
      this.#flows.delete(id);
      throw error;
    }
    return flow.told;
  }

  /** Polls now. */
  poll(id: string): Run {
    return this.#get(id).poll();
  }

  /** Stops a flow. */
  async stop(id: string): Promise<Flow> {
    const flow = this.#get(id);
    await flow.stop();
    return flow.told;
  }

  /** The page shows one flow of a trigger: a second one could not be stopped there. */
  #refuseSecond({ key, label }: Step): void {
    if (this.all().some((flow) => flow.key === key && flow.status === "running")) {
      throw new Refused(409, {
        message: `A flow of ${label} is running already. Stop it before you start another one.`,
      });
    }
  }

  #get(id: string): StartedFlow {
    const flow = this.#flows.get(id);
    if (!flow) {
      throw new Refused(404, { message: "There is no such flow." });
    }
    return flow;
  }

  /** What cannot be taken away any more is let go. */
  async #stopAll(): Promise<void> {
    await Promise.all([...this.#flows.values()].map((flow) => flow.stop().catch(() => flow.end())));
  }
}
