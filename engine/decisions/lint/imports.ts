import { warning } from '../problems.ts';
import { perFile } from './rule.ts';

/** An imported model is one of the deployment. What is used of it is missed by itself (`unresolved_reference`, `unknown_type`). */
export const imports = perFile(({ root }, { runtime }) =>
  root.children.flatMap(({ name, attributes }) => {
    const { id = null, namespace = '', importType = '' } = attributes;
    if (name !== 'import' || !importType.includes('/DMN/') || runtime.typesOf(namespace) !== undefined)
      return [];
    return [
      [
        id,
        warning('unresolved_import', {
          vi: `Lần triển khai này không có mô hình "${namespace}" được nhập vào.`,
          en: `The deployment has no model "${namespace}", which is imported.`,
        }),
      ],
    ];
  }),
);
