import ts from 'typescript';

/** Nodes that are types, imports or names: nothing in them decides at run time. */
export function isTyped(node: ts.Node): boolean {
  if (ts.isSourceFile(node)) return false;
  return (
    ts.isTypeNode(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isImportDeclaration(node) ||
    ts.isExportDeclaration(node) ||
    ts.isTypeParameterDeclaration(node) ||
    (ts.isTemplateLiteral(node) && ts.isTaggedTemplateExpression(node.parent)) ||
    isAssigned(node) ||
    (ts.isPropertyAssignment(node.parent) && node.parent.name === node) ||
    (ts.isBindingElement(node.parent) && node.parent.propertyName === node) ||
    (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
  );
}

/** A literal that only stands where the types ask for one: behind `??`, or for a missing element of a list. */
export const isFallback = (node: ts.Node): boolean =>
  (ts.isLiteralExpression(node) || ts.isArrayLiteralExpression(node) || ts.isObjectLiteralExpression(node)) &&
  ((ts.isBinaryExpression(node.parent) &&
    node.parent.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken &&
    node.parent.right === node) ||
    (ts.isBindingElement(node.parent) && node.parent.initializer === node));

/** True for the left side of an assignment that takes a list or an object apart. */
const isAssigned = (node: ts.Node): boolean =>
  (ts.isArrayLiteralExpression(node) || ts.isObjectLiteralExpression(node)) &&
  ts.isBinaryExpression(node.parent) &&
  node.parent.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
  node.parent.left === node;

const isInFunction = (node: ts.Node): boolean => ts.findAncestor(node, ts.isFunctionLike) !== undefined;

/** Words and rows of a list that stands at the top of a module: vocabulary, selectors of a family, pairs of a table. */
export function isData(node: ts.Node): boolean {
  const isRow = ts.isStringLiteralLike(node) || ts.isNumericLiteral(node) || ts.isArrayLiteralExpression(node);
  return isRow && ts.isArrayLiteralExpression(node.parent) && !isInFunction(node);
}

/** True for literal text, of which `-` or `&&` would make nonsense that the types refuse. */
export const isPlainText = (node: ts.Node): boolean => ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);

/**
 * The whole optional chain that a node is the head of, or the node itself: a conditional inside a chain would end
 * what its `?.` passes over.
 */
export function outermostOfChain(node: ts.Node): ts.Node {
  let outer = node;
  while ((outer.flags & ts.NodeFlags.OptionalChain) !== 0 && isHeadOf(outer, outer.parent)) outer = outer.parent;
  return outer;
}

const isHeadOf = (node: ts.Node, parent: ts.Node): boolean =>
  (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent) || ts.isCallExpression(parent)) &&
  parent.expression === node;
