/** A source as pages write it, and as the record has it. */
export interface Source {
  readonly written: string;
  readonly source: string | null;
  readonly issue: null | {
    readonly title: string;
    readonly year: number | null;
    readonly issue: string | null;
    readonly date: string | null;
    readonly page: string | null;
  };
}

const plain = (source: string): Source => ({ written: source, source, issue: null });

/** Where essays were reprinted from: newspapers, journals with their issue, the portal itself. */
export const sources: readonly [Source, ...Source[]] = [
  plain('学习时报'),
  {
    written: '《理论与实践》2004年第6期',
    source: '理论与实践',
    issue: { title: '理论与实践', year: 2004, issue: '6', date: null, page: null },
  },
  { written: '本站原创', source: null, issue: null },
  plain('临湖日报'),
  {
    written: '《学习时报》2003年第12期',
    source: '学习时报',
    issue: { title: '学习时报', year: 2003, issue: '12', date: null, page: null },
  },
  plain('市委党校学报'),
];
