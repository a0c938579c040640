export { ApiProblem, isProblem } from './api-problem.ts';
export { chooseDesk, currentDesk, useDesk } from './desk.ts';
export { newKey } from './new-key.ts';
export { fileAddress, operation, type CallInput, type Operation } from './operation.ts';
export { createQueryClient } from './query-client.ts';
export { useCommand, type Command } from './use-command.ts';
export { useEvents } from './use-events.ts';
export { queryKey, useOperation } from './use-operation.ts';
export { usePages, type Pages } from './use-pages.ts';
