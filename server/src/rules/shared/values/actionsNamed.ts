import type { IamAction, IamService } from "../../../catalogue/types/catalogue.ts";
import { fitsGlob } from "../../../text/glob.ts";
import { memoBy, memoByText } from "../../../text/memoBy.ts";

/** For each service. The same few actions are asked for again and again. */
const MAX_KEPT_NAMES = 500;

/** The actions of a service that a name of a policy means, in which `*` and `?` may stand; none if there are none. */
export function actionsNamed(service: IamService, name: string): readonly IamAction[] {
  return namedOf(service)(name.toLowerCase());
}

const namedOf = memoBy((service: IamService) => {
  const byLower = new Map([...service.actions.values()].map((action) => [action.name.toLowerCase(), action]));
  return memoByText((name: string): readonly IamAction[] => {
    if (/[*?]/.test(name)) return [...byLower].flatMap(([lower, action]) => (fitsGlob(lower, name) ? [action] : []));
    const action = byLower.get(name);
    return action === undefined ? [] : [action];
  }, MAX_KEPT_NAMES);
});
