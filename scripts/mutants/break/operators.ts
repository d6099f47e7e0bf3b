import ts from 'typescript';

const { SyntaxKind } = ts;

/** What an operator is broken into; a comparison has two ways to fail, at its border and altogether. */
export const brokenOperators: ReadonlyMap<
  ts.SyntaxKind,
  { kind: 'comparison' | 'logic' | 'arithmetic' | 'assignment'; to: readonly string[] }
> = new Map([
  [SyntaxKind.EqualsEqualsEqualsToken, { kind: 'comparison', to: ['!=='] }],
  [SyntaxKind.ExclamationEqualsEqualsToken, { kind: 'comparison', to: ['==='] }],
  [SyntaxKind.LessThanToken, { kind: 'comparison', to: ['<=', '>='] }],
  [SyntaxKind.LessThanEqualsToken, { kind: 'comparison', to: ['<', '>'] }],
  [SyntaxKind.GreaterThanToken, { kind: 'comparison', to: ['>=', '<='] }],
  [SyntaxKind.GreaterThanEqualsToken, { kind: 'comparison', to: ['>', '<'] }],
  [SyntaxKind.AmpersandAmpersandToken, { kind: 'logic', to: ['||'] }],
  [SyntaxKind.BarBarToken, { kind: 'logic', to: ['&&'] }],
  [SyntaxKind.QuestionQuestionToken, { kind: 'logic', to: ['&&'] }],
  [SyntaxKind.PlusToken, { kind: 'arithmetic', to: ['-'] }],
  [SyntaxKind.MinusToken, { kind: 'arithmetic', to: ['+'] }],
  [SyntaxKind.AsteriskToken, { kind: 'arithmetic', to: ['/'] }],
  [SyntaxKind.SlashToken, { kind: 'arithmetic', to: ['*'] }],
  [SyntaxKind.PercentToken, { kind: 'arithmetic', to: ['*'] }],
  [SyntaxKind.PlusEqualsToken, { kind: 'assignment', to: ['-='] }],
  [SyntaxKind.MinusEqualsToken, { kind: 'assignment', to: ['+='] }],
  [SyntaxKind.QuestionQuestionEqualsToken, { kind: 'assignment', to: ['&&='] }],
] as const);

/** Methods that are broken into another of the same use. */
export const brokenMethods: ReadonlyMap<string, string> = new Map([
  ['some', 'every'],
  ['every', 'some'],
  ['startsWith', 'endsWith'],
  ['endsWith', 'startsWith'],
  ['find', 'findLast'],
  ['findLast', 'find'],
  ['findIndex', 'findLastIndex'],
  ['findLastIndex', 'findIndex'],
  ['indexOf', 'lastIndexOf'],
  ['lastIndexOf', 'indexOf'],
  ['toLowerCase', 'toUpperCase'],
  ['toUpperCase', 'toLowerCase'],
  ['min', 'max'],
  ['max', 'min'],
  ['floor', 'ceil'],
  ['ceil', 'floor'],
]);

/** Methods that are left out: what they were called on stands in their place. */
export const droppedMethods: ReadonlySet<string> = new Set([
  'filter',
  'slice',
  'substring',
  'trim',
  'trimStart',
  'trimEnd',
  'toSorted',
  'sort',
  'toReversed',
  'reverse',
  'normalize',
  'replace',
  'replaceAll',
  'concat',
  'flat',
]);
