import { Button, Flex, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLegalDocuments } from '../../queries/office-papers.ts';
import { keyed } from './keyed.ts';
import { NamedField } from './named-field.tsx';
import type { Written } from './written-draft.ts';

/** Legal bases of a draft (căn cứ), picked from the list of legal documents. */
export function BasisRows({
  bases,
  onChange,
}: {
  bases: Written['bases'];
  onChange: (bases: Written['bases']) => void;
}) {
  const { t } = useTranslation();
  const documents = useLegalDocuments();
  const options = (documents.data?.items ?? []).map(({ id, citation, repealedOn }) => ({
    value: id,
    label: repealedOn === null ? citation : `${citation} (${t('paper.repealed')})`,
  }));
  const set = (key: string, values: Partial<Written['bases'][number]>) =>
    onChange(bases.map((basis) => (basis.key === key ? { ...basis, ...values } : basis)));
  return (
    <NamedField label={t('paper.bases')}>
      {bases.map((basis) => (
        <Flex key={basis.key} gap={8} wrap>
          <Select
            aria-label={t('paper.leadLabel')}
            value={basis.lead}
            options={(['pursuant', 'implementing'] as const).map((value) => ({
              value,
              label: t(`paper.lead.${value}`),
            }))}
            onChange={(lead) => set(basis.key, { lead })}
          />
          <Select
            className="grow paper-basis"
            showSearch
            optionFilterProp="label"
            aria-label={t('paper.basis')}
            placeholder={t('paper.basis')}
            value={basis.documentId === '' ? null : basis.documentId}
            options={options}
            onChange={(documentId) => set(basis.key, { documentId })}
          />
          <Button onClick={() => onChange(bases.filter(({ key }) => key !== basis.key))}>
            {t('action.remove')}
          </Button>
        </Flex>
      ))}
      <Button
        type="link"
        className="add-row"
        onClick={() => onChange([...bases, keyed({ documentId: '', lead: 'pursuant' as const })])}
      >
        {t('paper.addBasis')}
      </Button>
    </NamedField>
  );
}
