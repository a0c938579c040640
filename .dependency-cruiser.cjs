const pureNouns =
  '(^|/)(contract|states|jobs|job-definition|errors|roles|savings-formula|sender-line|[a-z-]+-(contract|shapes))[.]ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one thing or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'server-knows-no-workers',
      comment: 'The API and most tests run without a queue server.',
      severity: 'error',
      from: { path: '^(server|web|migrations)/' },
      to: { path: '^workers/' },
    },
    {
      name: 'nothing-needs-tests',
      severity: 'error',
      from: { path: '^(server|workers|web|migrations)/' },
      to: { path: '^(test|bench)/' },
    },
    {
      name: 'web-reads-contracts-only',
      comment: 'The browser shares shapes and state tables with the server, nothing that runs there.',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^server/', pathNot: [pureNouns, '^server/letters/letter-body[a-z-]*[.]ts$'] },
    },
    {
      name: 'web-never-reaches-the-server',
      severity: 'error',
      from: { path: '^web/src/' },
      to: { path: '^server/(app|db|http|main|migrate)[.]ts$|^node_modules/(pg|knex|express)/', reachable: true },
    },
    {
      name: 'contracts-are-pure',
      comment:
        'contract.ts, states.ts and jobs.ts are imported by the browser: zod and each other, no built-in modules.',
      severity: 'error',
      from: {
        path: [
          '^server/(contract|states|jobs)[.]ts$',
          '^server/[^/]+/(contract|states|jobs|savings-formula|letter-shapes)[.]ts$',
        ],
      },
      to: { pathNot: [pureNouns, '^server/letters/letter-body[a-z-]*[.]ts$', '^node_modules/zod'] },
    },
    {
      name: 'queries-stay-home',
      comment: "A verb may call another feature's verbs, never its queries.",
      severity: 'error',
      from: { path: '^server/([^/]+)/' },
      to: { path: '^server/[^/]+/[a-z-]*queries[.]ts$', pathNot: '^server/$1/' },
    },
    {
      name: 'queries-have-no-verbs',
      severity: 'error',
      from: { path: 'queries[.]ts$' },
      to: { path: '^server/[^/]+/routes[.]ts$|^server/(http|app|main)[.]ts$|^workers/' },
    },
    {
      name: 'express-at-the-door',
      severity: 'error',
      from: {
        path: '^(server|workers|migrations)/',
        pathNot: [
          '^server/(http|app|main|(security-headers|upload|serve-brotli))[.]ts$',
          'routes[.]ts$',
          // They read or write the raw request and response, by type only.
          '^server/accounts/(authenticate|session-cookie)[.]ts$',
          '^server/notifications/stream-events[.]ts$',
        ],
      },
      to: { path: '^node_modules/(@types/)?express' },
    },
    {
      name: 'queue-libraries-in-workers',
      severity: 'error',
      from: { path: '^(server|migrations|web)/', pathNot: '^server/queue-connection[.]ts$' },
      to: { path: '^node_modules/(bullmq|ioredis)/' },
    },
    {
      name: 'knex-in-one-place',
      severity: 'error',
      from: { path: '^(server|workers|web)/', pathNot: '^server/(db|migrate)[.]ts$' },
      to: { path: '^node_modules/knex/' },
    },
    {
      name: 'no-development-packages-at-run-time',
      severity: 'error',
      from: { path: '^(server|workers|migrations)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '^node_modules/@types/' },
    },
    {
      name: 'imports-exist',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: '^node_modules/' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    moduleSystems: ['es6'],
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
};
