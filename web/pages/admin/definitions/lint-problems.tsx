import { useTranslation } from 'react-i18next';
import type { ModelProblem } from '../../../../api/contract/index.ts';
import { type RecordColumn, RecordList } from '../../../components/record-list.tsx';
import { ToneTag } from '../../../components/tone-tag.tsx';

/** What is wrong with the models, errors first. */
export function LintProblems({ problems }: { problems: ModelProblem[] }) {
  const { t } = useTranslation();
  if (problems.length === 0) return null;
  const columns: RecordColumn<ModelProblem>[] = [
    {
      key: 'severity',
      title: t('definition.severity'),
      card: 'heading',
      width: 120,
      render: ({ severity }) => (
        <ToneTag tone={severity === 'error' ? 'red' : 'amber'}>{t(`severity.${severity}`)}</ToneTag>
      ),
    },
    {
      key: 'detail',
      title: t('definition.problem'),
      card: 'bare',
      render: ({ detail, file, element, code }) => (
        <div>
          {detail}
          <div className="quiet">
            {file}
            {element !== null && ` · ${element}`} · <span className="code">{code}</span>
          </div>
        </div>
      ),
    },
  ];
  const errorsFirst = [...problems].sort((a, b) => a.severity.localeCompare(b.severity));
  return (
    <RecordList
      label={t('definition.problems')}
      columns={columns}
      records={errorsFirst}
      keyOf={({ file, element, code }) => `${file} ${element} ${code}`}
      empty=""
    />
  );
}
