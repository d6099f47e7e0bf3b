/** The panel that stands beside the essay: one at a time. */
export type PanelName = 'none' | 'provenance' | 'marks' | 'versions';
