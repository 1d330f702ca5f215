import { Disposable } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { PING, type PingResult } from "../../../server/src/protocol/common.ts";

/** Milliseconds between checks of whether the server answers. */
const INTERVAL_MS = 5000;
/** A machine that sleeps counts nothing meanwhile. */
const MAX_UNANSWERED = 6;

/**
 * Notices a server that no longer answers. It is only checked after it was sent something.
 *
 * @param wasTold whether something was sent to the server since the last call
 * @param hangs called once, with the server's process if it has one of its own
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
