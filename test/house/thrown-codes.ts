import ts from 'typescript';

export interface Found {
  /** Written in `new AppError(...)`; `throttled` where the throttle is asked. */
  codes: Set<string>;
  /** Every string on the way, for codes that reach `new AppError` through a table. */
  mentions: Set<string>;
}

/** Refusal codes that each function of the program can throw, through everything it calls. */
export interface ThrownCodes {
  /** Codes thrown from the exported function of a file, or undefined when there is no such function. */
  of(file: string, functionName: string): Found | undefined;
  /** Every code thrown anywhere. */
  all: Set<string>;
}

interface Node extends Found {
  calls: Set<ts.Symbol>;
}

/**
 * Reads the program with the compiler: `new AppError('code')` by function, and which functions mention which others.
 * A function that is handed over counts as called.
 */
export function readThrownCodes(files: readonly string[], options: ts.CompilerOptions): ThrownCodes {
  const program = ts.createProgram([...files], options);
  const checker = program.getTypeChecker();
  const nodes = new Map<ts.Symbol, Node>();
  const all = new Set<string>();
  const wanted = new Set(files);
  for (const source of program.getSourceFiles())
    if (wanted.has(source.fileName)) readFile(source, { checker, nodes, all });
  return {
    all,
    of: (file, functionName) => {
      const source = program.getSourceFile(file);
      const module = source && checker.getSymbolAtLocation(source);
      const symbol = module?.exports?.get(ts.escapeLeadingUnderscores(functionName));
      return symbol && nodes.has(symbol) ? closure(symbol, nodes) : undefined;
    },
  };
}

interface Reading {
  checker: ts.TypeChecker;
  nodes: Map<ts.Symbol, Node>;
  all: Set<string>;
}

function readFile(source: ts.SourceFile, reading: Reading): void {
  for (const statement of source.statements)
    for (const named of declaredNames(statement)) {
      const symbol = reading.checker.getSymbolAtLocation(named.name);
      if (!symbol) continue;
      const node: Node = { codes: new Set(), mentions: new Set(), calls: new Set() };
      reading.nodes.set(symbol, node);
      visit(named.body, node, reading);
    }
}

function declaredNames(statement: ts.Statement): { name: ts.Node; body: ts.Node }[] {
  if ((ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) && statement.name)
    return [{ name: statement.name, body: statement }];
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.flatMap((declaration) =>
    declaration.initializer ? [{ name: declaration.name, body: declaration.initializer }] : [],
  );
}

function visit(part: ts.Node, node: Node, reading: Reading): void {
  for (const code of thrownHere(part)) {
    node.codes.add(code);
    reading.all.add(code);
  }
  if (ts.isStringLiteral(part)) node.mentions.add(part.text);
  // Names after a dot and in object keys belong to values, whose types would cost a whole check of the program.
  if (ts.isIdentifier(part) && !isMember(part)) {
    const symbol = resolve(part, reading.checker);
    if (symbol) node.calls.add(symbol);
  }
  if (!ts.isTypeNode(part)) ts.forEachChild(part, (child) => visit(child, node, reading));
}

function thrownHere(part: ts.Node): string[] {
  if (ts.isPropertyAccessExpression(part)) return part.name.text === 'throttle' ? ['throttled'] : [];
  if (!ts.isNewExpression(part) || part.expression.getText() !== 'AppError') return [];
  return literalsOf(part.arguments?.[0]);
}

function isMember(name: ts.Identifier): boolean {
  const { parent } = name;
  return (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) && parent.name === name;
}

function literalsOf(argument: ts.Expression | undefined): string[] {
  if (!argument) return [];
  if (ts.isStringLiteral(argument)) return [argument.text];
  if (ts.isConditionalExpression(argument))
    return [...literalsOf(argument.whenTrue), ...literalsOf(argument.whenFalse)];
  return [];
}

function resolve(name: ts.Identifier, checker: ts.TypeChecker): ts.Symbol | undefined {
  const symbol = checker.getSymbolAtLocation(name);
  return symbol && (symbol.flags & ts.SymbolFlags.Alias) !== 0 ? checker.getAliasedSymbol(symbol) : symbol;
}

function closure(start: ts.Symbol, nodes: ReadonlyMap<ts.Symbol, Node>): Found {
  const seen = new Set([start]);
  const found: Found = { codes: new Set(), mentions: new Set() };
  for (const symbol of seen) {
    const node = nodes.get(symbol);
    if (!node) continue;
    for (const code of node.codes) found.codes.add(code);
    for (const text of node.mentions) found.mentions.add(text);
    for (const called of node.calls) if (nodes.has(called)) seen.add(called);
  }
  return found;
}
