import { Alert, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useHotkeys } from "@mantine/hooks";
import { type FormEvent, useCallback, useMemo, useState } from "react";
import type { Asked, InputValues, Refusal, Step } from "../../messages";
import { ignoreHeldEnter } from "../controls/heldKey";
import { ElsewherePanel } from "../elsewhere/ElsewherePanel";
import { draftOf, keepDraft, noteOn, useDraftVersion } from "../state/drafts";
import { TriggerBench } from "../triggers/TriggerBench";
import { useCheck } from "./check";
import { Field } from "./Field";
import { useLastRun } from "./lastRun";
import { FormWide, focusOn, Refusals } from "./Refusals";
import { RunBar } from "./RunBar";
import { errorOf, inOrder, nothingSent } from "./refusalWords";
import classes from "./StepForm.module.css";
import { StepHead } from "./StepHead";
import { useSend } from "./send";
import { useSteady } from "./steady";
import { handedOver, heldBy } from "./values";

/** The middle: the form of a step, made from its definition, and what runs it. */
export function StepForm({ step }: { readonly step: Step }) {
  const version = useDraftVersion(step);
  return <FormOf key={version} step={step} />;
}

function FormOf({ step }: { readonly step: Step }) {
  const { kind, key, inputs } = step;
  const form = useForm<Record<string, unknown>>({
    initialValues: heldBy(inputs, draftOf(step)),
    onValuesChange: (values) => keepDraft(step, handedOver(inputs, values)),
  });
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [isTried, setTried] = useState(false);
  /** The last run before the form was sent. */
  const [earlier, setEarlier] = useState<string>();
  const [note] = useState(() => noteOn(step));
  /** Counts how often all fields were made anew. */
  const [round, setRound] = useState(0);

  const asked = useMemo<Asked>(
    () => ({ kind, key, inputs: handedOver(inputs, form.values) }),
    [kind, key, inputs, form.values],
  );
  const run = useLastRun(step);
  const checked = useCheck(asked);
  const { send, isSending, outcome } = useSend((found) => focusOn(inOrder(step, found)[0]?.input));
  const isOfNow = isOf(outcome?.asked, asked);
  /** Whether it was tried and did not run: all that has to be changed is said then. */
  const isHeldBack = isTried && (!outcome || !!outcome.failure || run?.status === "refused");
  const refusals = inOrder(step, [
    ...checked.refusals,
    ...(isOfNow ? (outcome?.failure?.refusals ?? []) : []),
    ...(isOfNow && run?.id === outcome?.run ? (run?.failure?.refusals ?? []) : []),
  ]);
  const isShown = ({ input }: Refusal) =>
    isHeldBack || (input === undefined ? left.size > 0 : left.has(input));
  // A reset takes all away at once.
  const shown = useSteady(refusals.filter(isShown), checked.isStale && !isOfNow).filter(isShown);

  const sendNow = () => {
    setTried(true);
    setEarlier(run?.id);
    send({ ...asked, inputs: handedOver(inputs, form.getValues()) });
  };
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    // A trigger has buttons of its own.
    if (!isSending && run?.status !== "running" && kind !== "triggers") {
      sendNow();
    }
  };
  const submitByKey = ({ repeat }: KeyboardEvent) => {
    if (!repeat && !isDialogOpen()) {
      submit();
    }
  };
  useHotkeys([["mod+Enter", submitByKey]], [], true);
  // They stay the same, so that a field is drawn again only when it changes.
  const { setFieldValue, getValues } = form;
  // biome-ignore lint/correctness/useExhaustiveDependencies: they act on the same form all along
  const [change, valuesNow] = useMemo(() => [setFieldValue, getValues] as const, []);
  const leave = useCallback(
    (input: string) => setLeft((known) => (known.has(input) ? known : new Set(known).add(input))),
    [],
  );
  const reset = () => {
    form.setValues(heldBy(inputs, {}));
    setLeft(new Set());
    setTried(false);
    setRound(round + 1);
  };
  const refused = outcome?.failure?.refusals ?? [];
  const isRefused = refused.length > 0 && run?.id === earlier;
  const failure = outcome?.failure?.refusals?.length ? undefined : outcome?.failure;

  return (
    <Stack gap="md" maw={720}>
      <StepHead step={step} />
      <form
        className={classes.form}
        onSubmit={submit}
        onKeyDown={ignoreHeldEnter}
        noValidate
        aria-label={step.label}
      >
        <Stack gap="md">
          {isHeldBack ? (
            <Refusals refusals={shown} />
          ) : (
            <FormWide refusals={shown.filter(({ input }) => input === undefined)} />
          )}
          {note && !isTried && (
            <Alert color="blue" role="status">
              {note}
            </Alert>
          )}
          {inputs.map((input) => (
            <Field
              key={`${round} ${input.key}`}
              input={input}
              value={form.values[input.key]}
              error={errorOf(input.key, shown)}
              valuesNow={valuesNow}
              onChange={change}
              onLeft={leave}
            />
          ))}
          {inputs.length === 0 && <Text c="dimmed">There is nothing to fill in.</Text>}
          {failure && kind !== "triggers" && (
            <Alert color="red" role="alert" title="It did not work" style={PRE}>
              {failure.message}
            </Alert>
          )}
          {kind !== "triggers" && (
            <RunBar
              label={kind === "connections" ? "Use this connection" : "Run"}
              isSending={isSending}
              run={isRefused ? undefined : run}
              words={
                isRefused
                  ? nothingSent(refused)
                  : kind === "connections" && outcome && !outcome.failure && IN_USE
              }
              onReset={reset}
            />
          )}
        </Stack>
      </form>
      {kind === "triggers" && (
        <TriggerBench
          step={step}
          asked={asked}
          start={{ press: sendNow, isPending: isSending, failure }}
        />
      )}
      {kind !== "connections" && <ElsewherePanel asked={asked} />}
    </Stack>
  );
}

/** A dialog takes the keys for itself. */
const isDialogOpen = () => document.querySelector("[aria-modal=true]") !== null;

const IN_USE = "Everything runs on this account now.";

const PRE = { whiteSpace: "pre-wrap", overflowWrap: "anywhere" } as const;

/** Whether something is about the inputs that the form has now. */
const isOf = (earlier: { readonly inputs: InputValues } | undefined, { inputs }: Asked) =>
  JSON.stringify(earlier?.inputs) === JSON.stringify(inputs);
