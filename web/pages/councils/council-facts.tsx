import { UploadOutlined } from '@ant-design/icons';
import { Button, Descriptions, Upload } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CouncilDetail } from '../../../api/contract/index.ts';
import { useNames } from '../../components/names.ts';
import { DocumentLink } from '../../components/papers/document-link.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { formatDate } from '../../format/dates.ts';
import { useCouncilCommands } from '../../queries/councils.ts';

/** What a council rests on: decision, term, standing body, symbol; an administrator attaches the decision. */
export function CouncilFacts({ council }: { council: CouncilDetail }) {
  const { t } = useTranslation();
  const names = useNames();
  const { attachDecision } = useCouncilCommands(council.id);
  const term =
    council.validTo === null
      ? t('council.termOpen', { from: formatDate(council.validFrom) })
      : t('council.termUntil', { from: formatDate(council.validFrom), to: formatDate(council.validTo) });
  return (
    <>
      <Descriptions
        size="small"
        column={{ xs: 1, md: 2 }}
        items={[
          { key: 'kind', label: t('council.kindOf'), children: t(`council.kind.${council.kind}`) },
          { key: 'term', label: t('council.term'), children: term },
          {
            key: 'decision',
            label: t('council.establishedBy'),
            children: (
              <div>
                {council.establishedBy ?? '–'}
                {council.establishedOn !== null && `, ${formatDate(council.establishedOn)}`}
                {council.document !== null && <DocumentLink document={council.document} />}
                {council.canAdminister && (
                  <Upload
                    showUploadList={false}
                    beforeUpload={(file) => {
                      attachDecision.mutate(file);
                      return false; // sent here, with the session's language and errors
                    }}
                  >
                    <Button
                      size="small"
                      icon={<UploadOutlined aria-hidden />}
                      loading={attachDecision.isPending}
                    >
                      {t('council.attachDecision')}
                    </Button>
                  </Upload>
                )}
              </div>
            ),
          },
          {
            key: 'standing',
            label: t('council.standingBody'),
            children: council.standingBody === null ? '–' : names.unit(council.standingBody),
          },
          { key: 'symbol', label: t('council.paperSymbol'), children: council.paperSymbol },
        ]}
      />
      {attachDecision.error !== null && <ProblemAlert error={attachDecision.error} />}
    </>
  );
}
