import { Button, Group, Modal, Text } from "@mantine/core";
import { create } from "zustand";
import type { Asked, MustBeConfirmed } from "../../messages";
import { Refused } from "../state/server";

interface Question {
  /** What will happen, in a few sentences. */
  readonly message: string;
  readonly about: MustBeConfirmed;
  readonly answer: (isAgreed: boolean) => void;
}

interface Asking {
  /** The newest one: it is still shown while its dialog closes. */
  readonly question: Question | undefined;
  readonly isOpen: boolean;
}

const useAsking = create<Asking>(() => ({ question: undefined, isOpen: false }));

/** What is done, as the title and the button say it. */
const DOES = {
  writes: { title: "Write to", button: "Write" },
  deletes: { title: "Delete from", button: "Delete" },
} as const satisfies Record<MustBeConfirmed["effect"], object>;

/**
 * Sends a step, and asks first where the server wants it confirmed: it writes to a real account.
 * The server alone decides what that is.
 *
 * @returns what `send` answers; undefined when the person said no
 * @throws what `send` throws
 * @example const run = await confirmed(server.run, asked);
 */
export async function confirmed<T>(
  send: (asked: Asked) => Promise<T>,
  asked: Asked,
): Promise<T | undefined> {
  try {
    return await send(asked);
  } catch (error) {
    const about = error instanceof Refused ? error.failure.mustBeConfirmed : undefined;
    if (!(error instanceof Error) || about === undefined) {
      throw error;
    }
    return (await isAgreedTo(error.message, about))
      ? send({ ...asked, confirmedFor: about.account })
      : undefined;
  }
}

function isAgreedTo(message: string, about: MustBeConfirmed): Promise<boolean> {
  // A question that a newer one takes the place of is answered with no.
  useAsking.getState().question?.answer(false);
  return new Promise((resolve) => {
    const answer = (isAgreed: boolean) => {
      useAsking.setState({ isOpen: false });
      resolve(isAgreed);
    };
    useAsking.setState({ question: { message, about, answer }, isOpen: true });
  });
}

/** Asks before something is written to a real account. Escape and Enter both say no. */
export function ConfirmDialog() {
  const { question, isOpen } = useAsking();
  const does = question && DOES[question.about.effect];
  return (
    <Modal
      opened={isOpen}
      onClose={() => question?.answer(false)}
      title={
        <Text span fw={600} lh="sm">
          {does && `${does.title} ${question.about.account}?`}
        </Text>
      }
      withCloseButton={false}
      centered
    >
      <Text style={{ overflowWrap: "anywhere" }}>{question?.message}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" data-autofocus onClick={() => question?.answer(false)}>
          Cancel
        </Button>
        <Button color="red" onClick={() => question?.answer(true)}>
          {does?.button}
        </Button>
      </Group>
    </Modal>
  );
}
