import type { Micros } from "../clock";
import type { Shop } from "../shop";
import type { Job } from "../shop/records/job";
import type { Storage } from "../storage";
import { Impossible } from "./impossible";
import { type Work, workOf } from "./work";

const SECOND: Micros = 1_000_000;

/** How long a job waits before it runs, unless it is scheduled for later. */
const WAIT = SECOND;

/** How long one step takes. */
const STEP = SECOND / 100;

/**
 * Carries out the jobs. No timer runs: whoever asks for something sees everything done that the
 * clock says is due, and each job as far as it has come by then.
 */
export class Jobs {
  private readonly works = new Map<number, Work & { done: number }>();

  constructor(
    private readonly shop: Shop,
    private readonly storage: Storage,
    private readonly now: () => number,
  ) {}

  /** Does what is due by now. */
  runDue(): void {
    const now = Math.floor(this.now() * 1000);
    for (const job of this.shop.jobs.values()) {
      if (job.status === "pending" || job.status === "scheduled") this.start(job, now);
      if (job.status === "running") this.goOn(job, now);
      if (job.status === "cancel_requested") this.stop(job, now);
    }
  }

  /** Cancels a job: at once while it waits, else with what comes next; what is done stays done. */
  cancel(job: Job): void {
    const now = this.shop.stamp();
    if (job.status === "running") {
      this.shop.jobs.change(job, { status: "cancel_requested", cancel_requested_datetime: now });
    } else {
      this.stop(job, now);
    }
  }

  private start(job: Job, now: Micros): void {
    const moment = Math.max(job.scheduled_datetime, job.created_datetime + WAIT);
    if (moment > now) return;
    const begun = { started_datetime: moment, locked_datetime: moment };
    try {
      this.works.set(job.id, { ...workOf(this.shop, this.storage, job), done: 0 });
      this.shop.jobs.change(job, { ...begun, status: "running", info: { progress_count: 0 } });
    } catch (error) {
      if (!(error instanceof Impossible)) throw error;
      this.shop.jobs.change(job, {
        ...begun,
        status: "errored",
        info: { error: error.message },
        ended_datetime: moment,
        failed_datetime: moment,
      });
    }
  }

  private goOn(job: Job, now: Micros): void {
    const work = this.works.get(job.id);
    if (work === undefined) return;
    const started = job.started_datetime ?? now;
    const due = Math.min(work.steps, Math.floor((now - started) / STEP));
    for (; work.done < due; work.done += 1) work.step(work.done);
    const info = { progress_count: work.done };
    const end = started + Math.max(SECOND, work.steps * STEP);
    if (now < end) {
      this.shop.jobs.change(job, { info });
      return;
    }
    this.works.delete(job.id);
    this.shop.jobs.change(job, {
      status: "done",
      info: { ...info, ...work.finish() },
      ended_datetime: end,
    });
  }

  private stop(job: Job, now: Micros): void {
    this.works.delete(job.id);
    this.shop.jobs.change(job, { status: "canceled", cancelled_datetime: now });
  }
}
