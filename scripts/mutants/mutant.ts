/** What a mutant does to the code, as the report names it. */
export type MutantKind =
  | 'condition'
  | 'comparison'
  | 'logic'
  | 'arithmetic'
  | 'negation'
  | 'truth value'
  | 'number'
  | 'string'
  | 'list'
  | 'object'
  | 'step'
  | 'block'
  | 'result'
  | 'method'
  | 'assignment'
  | 'pattern';

/** One way to break a file: the text of a range is replaced while the mutant is switched on. */
export interface Mutant {
  /** The number that switches it on, unique within a folder and the same for every run over the same code. */
  readonly id: number;
  /** Path from the root. */
  readonly file: string;
  /** Line of the change, from 1. */
  readonly line: number;
  readonly kind: MutantKind;
  /** The code that is changed, and what it becomes, shortened for the report. */
  readonly from: string;
  readonly to: string;
  /** Range of the expression or block that gets the switch. */
  readonly start: number;
  readonly end: number;
  /** What stands in the range while the mutant is on. */
  readonly replacement: string;
  /** A block keeps its braces and gets the switch inside; an expression is wrapped in a conditional. */
  readonly form: 'expression' | 'block';
}
