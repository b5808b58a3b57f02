import { App, Button, Checkbox, Modal, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { ConsentField, RoleModelDetail } from '../../../api/contract/index.ts';
import { LoadedPage } from '../../components/loaded.tsx';
import { useNames } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { RoleModelStatusTag } from '../../components/role-models/role-model-status-tag.tsx';
import { RoleModelView } from '../../components/role-models/role-model-view.tsx';
import { useRoleModel, useRoleModelCommands } from '../../queries/role-models.ts';
import { RoleModelDialog } from './role-model-dialog.tsx';

/** One role model, with what the account may do with it. */
export function RoleModelPage() {
  const { roleModelId = '' } = useParams();
  return <LoadedPage query={useRoleModel(roleModelId)}>{(model) => <Details model={model} />}</LoadedPage>;
}

function Details({ model }: { model: RoleModelDetail }) {
  const { t } = useTranslation();
  const names = useNames();
  return (
    <Page
      title={model.title}
      status={<RoleModelStatusTag {...model} />}
      subtitle={`${model.code} · ${names.unit(model.unit)}`}
      trail={[{ title: t('nav.roleModels'), to: '/role-models' }]}
      actions={<Actions model={model} />}
    >
      <RoleModelView model={model} />
    </Page>
  );
}

type Dialog = 'change' | 'consent' | 'withdraw' | 'retire' | null;

function Actions({ model }: { model: RoleModelDetail }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { submit, withdraw, retire } = useRoleModelCommands(model.id);
  const [dialog, setDialog] = useState<Dialog>(null);
  const close = () => setDialog(null);
  const { can } = model;
  return (
    <>
      {model.isPublic && (
        <Button href={`/dien-hinh-tien-tien/${model.id}`}>{t('roleModel.publicPage')}</Button>
      )}
      {can.write && <Button onClick={() => setDialog('change')}>{t('roleModel.change')}</Button>}
      {can.submit && (
        <Button type="primary" loading={submit.isPending} onClick={() => submit.mutate()}>
          {t('roleModel.submit')}
        </Button>
      )}
      {can.consent !== null && (
        <Button type="primary" onClick={() => setDialog('consent')}>
          {t(`roleModel.consent.${can.consent}`)}
        </Button>
      )}
      {can.withdrawConsent && (
        <Button danger onClick={() => setDialog('withdraw')}>
          {t('roleModel.withdraw')}
        </Button>
      )}
      {can.retire && <Button onClick={() => setDialog('retire')}>{t('roleModel.retire')}</Button>}
      {submit.error !== null && <ProblemAlert error={submit.error} />}
      {dialog === 'change' && <RoleModelDialog model={model} onClose={close} />}
      {dialog === 'consent' && <ConsentDialog model={model} onClose={close} />}
      <Modal
        open={dialog === 'withdraw'}
        title={t('roleModel.withdraw')}
        okText={t('roleModel.withdraw')}
        cancelText={t('action.cancel')}
        okButtonProps={{ danger: true, loading: withdraw.isPending }}
        onOk={() =>
          withdraw.mutate(undefined, {
            onSuccess: () => {
              void message.success(t('roleModel.withdrawnNow'));
              close();
            },
          })
        }
        onCancel={close}
      >
        <p>{t('roleModel.withdrawHelp')}</p>
        {withdraw.error !== null && <ProblemAlert error={withdraw.error} />}
      </Modal>
      <ReasonDialog
        open={dialog === 'retire'}
        title={t('roleModel.retire')}
        explanation={t('roleModel.retireHelp')}
        confirm={t('roleModel.retire')}
        danger
        onConfirm={(reason) => retire.mutateAsync(reason)}
        onClose={close}
      />
    </>
  );
}

const fields: ConsentField[] = ['name', 'post', 'unit', 'story', 'awards'];

/** Consents to being made known, by one's own account or as the unit that has the signed paper. */
function ConsentDialog({ model, onClose }: { model: RoleModelDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { consent, attachConsent } = useRoleModelCommands(model.id);
  const [chosen, setChosen] = useState<ConsentField[]>(fields);
  const [file, setFile] = useState<File | null>(null);
  const byPaper = model.can.consent === 'paper';
  const handlers = {
    onSuccess: () => {
      void message.success(t('roleModel.consentSaved'));
      onClose();
    },
  };
  const save = () => {
    if (!byPaper) consent.mutate(chosen, handlers);
    else if (file) attachConsent.mutate({ file, fields: chosen }, handlers);
  };
  const error = consent.error ?? attachConsent.error;
  return (
    <Modal
      open
      title={t(`roleModel.consent.${byPaper ? 'paper' : 'self'}`)}
      okText={t('roleModel.consentSave')}
      cancelText={t('action.cancel')}
      okButtonProps={{
        disabled: chosen.length === 0 || (byPaper && file === null),
        loading: consent.isPending || attachConsent.isPending,
      }}
      onOk={save}
      onCancel={onClose}
    >
      <div className="stack">
        <p>{t('roleModel.consentHelp')}</p>
        <Checkbox.Group
          value={chosen}
          onChange={setChosen}
          options={fields.map((value) => ({ value, label: t(`roleModel.fields.${value}`) }))}
        />
        {byPaper && (
          <Upload
            maxCount={1}
            fileList={file === null ? [] : [{ uid: file.name, name: file.name }]}
            beforeUpload={(given) => {
              setFile(given);
              return false; // sent by the button below
            }}
            onRemove={() => setFile(null)}
          >
            <Button>{t('papers.choose')}</Button>
          </Upload>
        )}
        {error !== null && <ProblemAlert error={error} />}
      </div>
    </Modal>
  );
}
