import { error, type Fault, warning } from '../problems.ts';
import { perFile } from './rule.ts';

/** A decision says how it is made, and a service which decisions it gives (DMN 1.5, 6.3.7 and 6.3.10). */
export const missingLogic = perFile(({ definitions: { decisions, services } }) => [
  ...decisions.flatMap(({ id, expression }): [string, Fault][] =>
    expression !== null
      ? []
      : [
          [
            id,
            warning('decision_without_logic', {
              vi: 'Quyết định chưa có biểu thức; kết quả của nó luôn là null trừ khi được cho sẵn.',
              en: 'The decision has no expression; it is null unless its value is given.',
            }),
          ],
        ],
  ),
  ...services.flatMap(({ id, outputs }): [string, Fault][] =>
    outputs.length > 0
      ? []
      : [
          [
            id,
            error('service_without_output', {
              vi: 'Dịch vụ quyết định phải có ít nhất một quyết định đầu ra.',
              en: 'A decision service must have at least one output decision.',
            }),
          ],
        ],
  ),
]);
