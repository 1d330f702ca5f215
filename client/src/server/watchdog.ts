import { Disposable } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { PING, type PingResult } from "../../../server/src/protocol/common.ts";

/** How often it is looked whether the server answers, in milliseconds. */
const INTERVAL_MS = 5000;
/** A machine that sleeps counts nothing meanwhile. */
const MAX_UNANSWERED = 6;

/**
 * Notices a server that answers nothing any more. It is only asked after it was told of something.
 *
 * @param wasTold whether something was told to the server since this was last asked
 * @param hangs called once, with the server's process where it is one
 */
export function watchdog(
  client: BaseLanguageClient,
  wasTold: () => boolean,
  hangs: (processId: number | undefined) => void,
): Disposable {
  let processId: number | undefined;
  let unanswered = 0;
  const ask = (): void => {
    unanswered = 1;
    client.sendRequest<PingResult>(PING).then(
      (answer) => {
        processId = answer.processId;
        unanswered = 0;
      },
      () => {
        unanswered = 0;
      },
    );
  };
  const timer = setInterval(() => {
    if (unanswered > MAX_UNANSWERED) {
      clearInterval(timer);
      hangs(processId);
    } else if (unanswered > 0) {
      unanswered++;
    } else if (wasTold()) {
      ask();
    }
  }, INTERVAL_MS);
  ask();
  return new Disposable(() => clearInterval(timer));
}
