/** What is set of an alias, and what SAM answers without one. */
export const OF_ALIASES = [
  ["DeploymentPreference", "'DeploymentPreference' requires AutoPublishAlias property to be specified."],
  [
    "ProvisionedConcurrencyConfig",
    "To set ProvisionedConcurrencyConfig AutoPublishALias must be defined on the function",
  ],
] as const;
