/** Who learns that a route of measures and figures is there. */
export const FIGURE_OPEN_TO: Readonly<Record<string, readonly string[]>> = {
  listMeasures: ['commissioner', 'lead', 'manager', 'auditor'],
  readMeasure: ['commissioner', 'lead', 'manager', 'auditor'],
  readOutcomesFramework: ['commissioner', 'lead', 'manager', 'auditor'],
};
