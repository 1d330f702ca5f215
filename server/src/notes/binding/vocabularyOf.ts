import { lazy } from "../../text/lazy.ts";
import { memoBy } from "../../text/memoBy.ts";
import { Services } from "../words/services.ts";
import { CatalogueNames } from "./catalogueNames.ts";
import type { Topic } from "./topic.ts";
import { TopicTable } from "./topicTable.ts";
import type { NoteCatalogue, PropertyOwner, Vocabulary } from "./vocabulary.ts";

/**
 * The meaning of names depends on the catalogue and the topics alone: one object for both, whatever notes there are.
 */
export const vocabularyOf: (catalogue: NoteCatalogue) => (topics: readonly Topic[]) => Vocabulary = memoBy(
  (catalogue: NoteCatalogue) =>
    memoBy((topics: readonly Topic[]): Vocabulary => {
      const services = lazy(() => new Services(catalogue.typeNames));
      return {
        topics: new TopicTable(topics, services),
        get services() {
          return services();
        },
        names: new CatalogueNames(catalogue.typeNames, () => catalogue.propertyNames()),
        catalogue: remembering(catalogue),
      };
    }),
);

/** Caches answers: thousands of notes ask for the same few hundred names. */
function remembering(catalogue: NoteCatalogue): NoteCatalogue {
  const owners = new Map<string, readonly PropertyOwner[]>();
  const metrics = lazy(() => catalogue.metricNames());
  return {
    ...catalogue,
    propertyOwners: (name, prefix = "") => {
      const key = `${name} ${prefix}`;
      let found = owners.get(key);
      if (found === undefined) {
        found = catalogue.propertyOwners(name, prefix);
        owners.set(key, found);
      }
      return found;
    },
    metricNames: metrics,
  };
}

export const NO_CATALOGUE: NoteCatalogue = {
  typeNames: [],
  propertyNames: () => [],
  propertyOwners: () => [],
  valuesAt: () => undefined,
  pathTo: () => undefined,
  metricNames: () => new Set(),
};
