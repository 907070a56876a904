import { Button, Group, Modal, Text } from "@mantine/core";
import { create } from "zustand";
import type { Asked } from "../../messages";
import { Refused } from "../state/server";

interface Question {
  /** What will happen, in a sentence. */
  readonly message: string;
  readonly answer: (isAgreed: boolean) => void;
}

const useQuestion = create<{ readonly question: Question | undefined }>(() => ({
  question: undefined,
}));

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
    const confirmedFor = error instanceof Refused ? error.failure.mustBeConfirmedFor : undefined;
    if (!(error instanceof Error) || confirmedFor === undefined) {
      throw error;
    }
    return (await isAgreedTo(error.message)) ? send({ ...asked, confirmedFor }) : undefined;
  }
}

function isAgreedTo(message: string): Promise<boolean> {
  // A question that a newer one takes the place of is answered with no.
  useQuestion.getState().question?.answer(false);
  return new Promise((resolve) => {
    const answer = (isAgreed: boolean) => {
      useQuestion.setState({ question: undefined });
      resolve(isAgreed);
    };
    useQuestion.setState({ question: { message, answer } });
  });
}

/** Asks before something is written to a real account. Escape and Enter both say no. */
export function ConfirmDialog() {
  const question = useQuestion((state) => state.question);
  return (
    <Modal
      opened={question !== undefined}
      onClose={() => question?.answer(false)}
      title="This is a real account"
      withCloseButton={false}
      centered
    >
      <Text>{question?.message}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" data-autofocus onClick={() => question?.answer(false)}>
          Cancel
        </Button>
        <Button color="red" onClick={() => question?.answer(true)}>
          Run on the real account
        </Button>
      </Group>
    </Modal>
  );
}
