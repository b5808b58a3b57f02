import { UploadOutlined } from '@ant-design/icons';
import { App, Button, Card, Flex, Select, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachmentKind, DossierDetail } from '../../../api/contract/index.ts';
import { useDossierCommands } from '../../queries/dossiers.ts';
import { ProblemAlert } from '../problem-alert.tsx';
import { attachmentKinds, useDocumentKind } from './document-kind.ts';

/** Attaches one paper at a time; says which papers the rule asks for and the dossier does not hold yet. */
export function AttachPaper({ dossier }: { dossier: DossierDetail }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const kindName = useDocumentKind();
  const { attach } = useDossierCommands(dossier.id);
  const held = new Set(dossier.documents.map((document) => document.kind));
  const lacking = (dossier.rule?.papers ?? []).filter((paper) => !held.has(paper.kind));
  const missing = lacking.filter((paper) => !paper.inChain);
  const inChain = lacking.filter((paper) => paper.inChain);
  const [chosen, setChosen] = useState<AttachmentKind | null>(null);
  // Without a choice, the first paper that the rule still asks for.
  const kind =
    chosen ??
    attachmentKinds.find((known) => missing.some((paper) => paper.kind === known)) ??
    'achievement_report';
  return (
    <Card size="small" title={t('papers.attach')}>
      <Flex gap={8} wrap align="center">
        <Select<AttachmentKind>
          className="filter-wide"
          aria-label={t('papers.kind')}
          value={kind}
          onChange={setChosen}
          options={attachmentKinds.map((value) => ({ value, label: kindName(value) }))}
        />
        <Upload
          showUploadList={false}
          beforeUpload={(file) => {
            attach.mutate(
              { file, kind },
              {
                onSuccess: ({ fileName }) => {
                  setChosen(null);
                  void message.success(t('papers.attachedNow', { name: fileName }));
                },
              },
            );
            return false; // sent here, with the session's language and errors
          }}
        >
          <Button icon={<UploadOutlined aria-hidden />} loading={attach.isPending}>
            {t('papers.choose')}
          </Button>
        </Upload>
      </Flex>
      {attach.error !== null && <ProblemAlert error={attach.error} />}
      {missing.length > 0 && (
        <p className="quiet">{t('papers.missing', { papers: missing.map(({ name }) => name).join('; ') })}</p>
      )}
      {inChain.length > 0 && (
        <p className="quiet">{t('papers.inChain', { papers: inChain.map(({ name }) => name).join('; ') })}</p>
      )}
    </Card>
  );
}
