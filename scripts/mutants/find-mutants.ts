import ts from 'typescript';
import { breakPattern } from './break/break-pattern.ts';
import { brokenMethods, brokenOperators, droppedMethods } from './break/operators.ts';
import { isData, isFallback, isPlainText, isTyped, outermostOfChain } from './break/syntax.ts';
import type { Mutant, MutantKind } from './mutant.ts';

/** Length up to which the report shows code, in characters. */
const shownLength = 60;

const shorten = (code: string): string => {
  const line = code.replace(/\s+/gu, ' ');
  return line.length > shownLength ? `${line.slice(0, shownLength - 1)}…` : line;
};

/** A change within a file before it has its number. */
type Change = Omit<Mutant, 'id' | 'file'>;

/**
 * All ways in which a file may be broken, in the order of its text, without numbers. What is left alone: types and
 * imports, words of lists (vocabulary is data, which pages test), and `?.` and the literal behind `??`, which the types
 * ask for where an element may be missing.
 */
export function findChanges(path: string, text: string): Change[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const changes: Change[] = [];
  const lineOf = (at: number): number => file.getLineAndCharacterOfPosition(at).line + 1;

  /** Puts `to` in the place of a node; the switch goes around it, or around the optional chain that it is part of. */
  const put = (kind: MutantKind, node: ts.Node, to: string, within: ts.Node = node): void => {
    const host = outermostOfChain(within);
    const [start, end] = [host.getStart(file), host.getEnd()];
    const [from, until] = [node.getStart(file), node.getEnd()];
    const replacement = text.slice(start, from) + to + text.slice(until, end);
    if (replacement === text.slice(start, end)) return;
    const shown = { from: shorten(text.slice(from, until)), to: shorten(to) };
    changes.push({ kind, line: lineOf(from), ...shown, start, end, replacement, form: 'expression' });
  };

  const putCondition = (condition: ts.Expression | undefined, values: readonly string[]): void => {
    if (condition === undefined || condition.kind === ts.SyntaxKind.TrueKeyword) return;
    for (const value of values) put('condition', condition, value);
  };

  const putBlock = (block: ts.Block): void => {
    if (block.statements.length === 0) return;
    const [start, end] = [block.getStart(file), block.getEnd()];
    const from = shorten(text.slice(start, end));
    changes.push({ kind: 'block', line: lineOf(start), from, to: '{}', start, end, replacement: '', form: 'block' });
  };

  const putBinary = (node: ts.BinaryExpression): void => {
    const broken = brokenOperators.get(node.operatorToken.kind);
    if (broken === undefined) return;
    if (broken.kind === 'arithmetic' && (isPlainText(node.left) || isPlainText(node.right))) return;
    if (broken.kind === 'assignment' && isPlainText(node.right)) return;
    // Kept apart by parentheses: `??` may not stand beside `&&`.
    const [left, right] = [node.left.getText(file), node.right.getText(file)];
    for (const to of broken.to) {
      put(broken.kind, node, broken.kind === 'assignment' ? `${left} ${to} ${right}` : `(${left}) ${to} (${right})`);
    }
  };

  const putCall = (node: ts.CallExpression): void => {
    if (!ts.isPropertyAccessExpression(node.expression)) return;
    const { name, expression: receiver } = node.expression;
    const other = brokenMethods.get(name.text);
    if (other !== undefined) put('method', name, other, node);
    if (droppedMethods.has(name.text)) put('method', node, receiver.getText(file));
  };

  const putText = (node: ts.StringLiteralLike | ts.TemplateExpression): void => {
    if (node.getWidth(file) > 2) put('string', node, "''");
    else put('string', node, "'…'");
  };

  const visit = (node: ts.Node): void => {
    if (isTyped(node)) return;
    if (ts.isIfStatement(node)) putCondition(node.expression, ['true', 'false']);
    else if (ts.isConditionalExpression(node)) putCondition(node.condition, ['true', 'false']);
    else if (ts.isWhileStatement(node)) putCondition(node.expression, ['false']);
    else if (ts.isForStatement(node)) putCondition(node.condition, ['false']);
    else if (ts.isBinaryExpression(node)) putBinary(node);
    else if (ts.isPrefixUnaryExpression(node)) putPrefix(node);
    else if (ts.isPostfixUnaryExpression(node)) putPostfix(node);
    else if (node.kind === ts.SyntaxKind.TrueKeyword) put('truth value', node, 'false');
    else if (node.kind === ts.SyntaxKind.FalseKeyword) put('truth value', node, 'true');
    else if (ts.isNumericLiteral(node)) put('number', node, Number(node.text) === 0 ? '1' : '0');
    else if (ts.isRegularExpressionLiteral(node)) putPattern(node);
    else if (ts.isTemplateExpression(node) || ts.isStringLiteralLike(node)) putText(node);
    else if (ts.isArrayLiteralExpression(node) && node.elements.length > 0) put('list', node, '[]');
    else if (ts.isObjectLiteralExpression(node) && node.properties.length > 0) put('object', node, '({})');
    else if (ts.isCallExpression(node)) putCall(node);
    else if (ts.isExpressionStatement(node)) put('step', node.expression, 'undefined');
    else if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) put('result', node.body, 'undefined');
    else if (ts.isBlock(node)) putBlock(node);
    ts.forEachChild(node, (child) => {
      if (!isData(child) && !isFallback(child)) visit(child);
    });
  };

  const putPrefix = (node: ts.PrefixUnaryExpression): void => {
    const operand = node.operand.getText(file);
    if (node.operator === ts.SyntaxKind.ExclamationToken) put('negation', node, operand);
    if (node.operator === ts.SyntaxKind.MinusToken) put('negation', node, operand);
    if (node.operator === ts.SyntaxKind.PlusPlusToken) put('arithmetic', node, `--${operand}`);
    if (node.operator === ts.SyntaxKind.MinusMinusToken) put('arithmetic', node, `++${operand}`);
  };

  const putPostfix = (node: ts.PostfixUnaryExpression): void => {
    const operand = node.operand.getText(file);
    put('arithmetic', node, `${operand}${node.operator === ts.SyntaxKind.PlusPlusToken ? '--' : '++'}`);
  };

  const putPattern = (node: ts.RegularExpressionLiteral): void => {
    const [, source = '', flags = ''] = /^\/(.*)\/(\w*)$/su.exec(node.text) ?? [];
    for (const changed of breakPattern(source, flags)) put('pattern', node, `/${changed}/${flags}`);
  };

  visit(file);
  return changes.toSorted((a, b) => a.start - b.start || b.end - a.end);
}

/** The mutants of several files with their numbers: the same for the same files and text. */
export function findMutants(files: readonly { readonly path: string; readonly text: string }[]): Mutant[] {
  return files
    .flatMap(({ path, text }) => findChanges(path, text).map((change) => ({ ...change, file: path })))
    .map((change, id) => ({ ...change, id }));
}
