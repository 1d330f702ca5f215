import { lazy } from "../../text/lazy.ts";

/**
 * What AWS's names are called in Japanese, word by word, so that 可視性タイムアウト is read as `visibility timeout`
 * without anybody listing it. Words that AWS's console and guides use come first, colloquial ones behind.
 * A word that stands for several is written `a|b`. Long-vowel marks do not count.
 */
const WORDS = `
アーカイブ archive
アーキテクチャ architecture
アイテム item
アイデンティティ identity
アウトバウンド outbound|egress
アウトプット output
アカウント account
アクション action
アクセスコントロールリスト acl
アクセスキー access key
アクセスポイント access point
アクセスログ access log|access logging
アクセス access
アクセラレーション acceleration
アクセラレータ accelerator
アクセラレーター accelerator
アクティビティ activity
アクティブ active
アサーション assertion
アソシエーション association
アタッチメント attachment
アタッチ attachment
アップストリーム upstream
アップデート update
アップロード upload
アドレス address
アフィニティ affinity
アプリケーションロードバランサー application load balancer
アプリケーション application
アプリ application
アベイラビリティーゾーン availability zone
アベイラビリティゾーン availability zone
アラーム alarm
アラート alert
アルゴリズム algorithm
イベントソースマッピング event source mapping
イベントブリッジ event bridge
イベント event
イミュータブル immutable
イメージ image
インスタンスクラス instance class
インスタンスタイプ instance type
インスタンスプロファイル instance profile
インスタンスメタデータ instance metadata
インスタンスリフレッシュ instance refresh
インスタンス instance
インターネットゲートウェイ internet gateway
インターネット internet
インターバル interval
インターフェース interface
インターフェイス interface
インデックス index
インバウンド inbound|ingress
インプット input
インフラストラクチャ infrastructure
インポート import
インライン inline
ウェブサイトホスティング website hosting
ウェブサイト website
ウェブ web
ウェイト weight
ウォーム warm
ウォームアップ warmup
エイリアス alias
エージェント agent
エクスポート export
エグレス egress
エッジ edge
エフェメラル ephemeral
エラー error
エラスティック elastic
エンコード encoding
エンジンバージョン engine version
エンジン engine
エンドポイント endpoint
エントリ entry
オートスケーリンググループ auto scaling group
オートスケーリング auto scaling
オーナー owner
オーナーシップ ownership
オブジェクトロック object lock
オブジェクト object
オプショングループ option group
オプション option
オリジンアクセスアイデンティティ origin access identity
オリジンアクセスコントロール origin access control
オリジンシールド origin shield
オリジングループ origin group
オリジンリクエストポリシー origin request policy
オリジン origin
オンデマンド on demand
ガードレール guardrail
カウント count
カスタマー customer
カスタムリソース custom resource
カスタム custom
カナリア canary
カバレッジ coverage
カプセル capsule
カレンダー calendar
キーペア key pair
キースキーマ key schema
キー key
キャッシュビヘイビア cache behavior
キャッシュポリシー cache policy
キャッシュ cache
キャパシティプロバイダー capacity provider
キャパシティー capacity
キャパシティ capacity
キャプチャ capture
キュー queue
クールダウン cooldown
クエリ文字列 query string
クエリストリング query string
クエリ query
クォータ quota
クッキー cookie
クライアント client
クラスタ cluster
クラスター cluster
クラス class
グラント grant
グループ group
クレデンシャル credential
グローバルセカンダリインデックス global secondary index
グローバルセカンダリーインデックス global secondary index
グローバルテーブル global table
グローバル global
クロスアカウント cross account
クロスオリジン cross origin
クロススタック cross stack
クロスゾーン cross zone
クロスリージョン cross region
ゲートウェイ gateway
コード code
コール call
コスト cost
コネクションドレイニング connection draining
コネクションドレイン connection draining
コネクション connection
コピー copy
コマンド command
コミット commit
コンソール console
コンディション condition
コンテナ container
コンテンツ content
コンピューティング compute
コンフィグ config
サーチ search
サーバー server
サーバ server
サーバーレス serverless
サービス service
サイズ size
サブスクリプションフィルター subscription filter
サブスクリプションフィルタ subscription filter
サブスクリプション subscription
サブネットグループ subnet group
サブネット subnet
サンプリング sampling
サンプル sample
シークレット secret
シークレットマネージャー secrets manager
シグナル signal
システム system
シャード shard
ジョブ job
シングル single
シンプル simple
スイッチ switch
スキーマ schema
スキャン scan
スキップ skip
スクリプト script
スケーリングポリシー scaling policy
スケーリング scaling
スケールアウト scale out
スケールイン保護 scale in protection
スケールイン scale in
スケール scale
スケジュール schedule
スケジューリング scheduling
スケジュールド scheduled
スコープ scope
スタックセット stack set
スタックポリシー stack policy
スタック stack
スタンバイ standby
スティッキーセッション sticky session
スティッキー sticky
スティッキネス stickiness
ステージ変数 stage variable
ステージ stage
ステータスコード status code
ステータス status
ステート state
ステートマシン state machine
ステップ step
ストリーム stream
ストリーミング streaming
ストレージクラス storage class
ストレージ storage
ストレージタイプ storage type
スナップショット snapshot
スポットインスタンス spot instance
スポット spot
スループット throughput
スレッド thread
スロースタート slow start
スロットリング throttling
セカンダリ secondary
セカンダリー secondary
セキュリティグループ security group
セキュリティポリシー security policy
セキュリティ security
セクション section
セッション session
セット set
ゾーン zone
ソース source
ターゲットグループ target group
ターゲットタイプ target type
ターゲットトラッキング target tracking
ターゲット追跡 target tracking
ターゲット target
ターミネーション termination
ダイナミック dynamic
タイプ type
タイムアウト timeout
タイム time
ダウンロード download
タグ tag
タスクロール task role
タスク実行ロール execution role|task execution role
タスク定義 task definition
タスク task
ダッシュボード dashboard
チェック check
データストリーム data stream
データソース data source
データベース database|db
データ data
テーブルクラス table class
テーブル table
テスト test
デッドレターキュー dead letter queue
デッドレター dead letter
デバイス device
デプロイメントグループ deployment group
デプロイメントポリシー deployment policy
デプロイメント deployment
デプロイポリシー deployment policy
デプロイ deployment
デフォルトバージョン default version
デフォルト default
デメンション dimension
ディメンション dimension
ディストリビューション distribution
ディスク disk
ディレイ delay
デリゲーション delegation
テンプレート template
ドキュメント document
ドメイン domain
トークン token
トピック topic
トラストストア trust store
トラッキング tracking
トラフィック分割 traffic splitting
トラフィックミラーリング traffic mirror
トラフィック traffic
トランジットゲートウェイ transit gateway
トランスフォーム transform
トリガー trigger
トリガ trigger
ドリフト drift
ネームサーバー name server
ネーム name
ネームスペース namespace
ネステッド nested
ネスト nested
ネットワークインターフェイス network interface
ネットワークインターフェース network interface
ネットワークモード network mode
ネットワークロードバランサー network load balancer
ネットワーク network
ノード node
バージョニング versioning
バージョン version
パーティションキー partition key
パーティション partition
パーミッション permission
バイナリ binary
パイプライン pipeline
ハイパーバイザー hypervisor
バウンダリー boundary
パス path
パスワード password
パターン pattern
バックアッププラン backup plan
バックアップボールト backup vault
バックアップ保持期間 backup retention period
バックアップ保存期間 backup retention period
バックアップ backup
パッケージ package
バッチ batch
パッチ patch
パブリックアクセスブロック public access block
パブリック public
パフォーマンスインサイト performance insights
パフォーマンス performance
パラメータグループ parameter group
パラメータストア parameter store
パラメーターストア parameter store
パラメータ parameter
パラメーター parameter
バランサ balancer
バランサー balancer
バランシング balancing
ハンドラ handler
ハンドラー handler
ピアリング peering
ビヘイビア behavior
ビュー view
ビューワー viewer
ビューアー viewer
ビューア viewer
ビルド build
ファイアウォール firewall
ファイルシステム file system
ファイル file
ファンクション function
フィールドレベル field level
フィールド field
フィルタ filter
フィルター filter
フェイルオーバー failover
フェールオーバー failover
フェイルバック failback
プール pool
フォワーディング forwarding
フォワード forward
フック hook
プライスクラス price class
プライベート private
プライマリ primary
プライマリー primary
ブラウザ browser
プラットフォーム platform
フリート fleet
プリンシパル principal
プリフィックス prefix
プレフィックスリスト prefix list
プレフィックス prefix
プレイスメント placement
プレースメント placement
フローログ flow log
フロー flow
プロキシ proxy
プロキシー proxy
プロジェクト project
プロセス process
ブロックデバイスマッピング block device mapping
ブロックデバイス block device
ブロック block
プロトコル protocol
プロバイダー provider
プロバイダ provider
プロパティ property
プロファイル profile
プロビジョニング provisioning|provisioned
プロビジョンド provisioned
ベース base
ベースライン baseline
ヘッダー header
ヘッダ header
ヘルスチェック health check
ヘルス health
ヘルパー helper
ポイントインタイムリカバリ point in time recovery
ポート port
ポーリング polling
ホスティング hosting
ホストゾーン hosted zone
ホストヘッダー host header
ホスト host
ポリシー policy
ポリシ policy
ボリューム volume
ボリュームタイプ volume type
ホワイトリスト whitelist|allow list
マイグレーション migration
マウントターゲット mount target
マウント mount
マクロ macro
マスターユーザー master user
マスター master
マスタ master
マッピング mapping
マップ map
マネージドポリシー managed policy
マネージド managed
マルチパート multipart
マルチバリュー multi value
マルチ multi
ミラーリング mirroring
メッセージ message
メソッド method
メタデータ metadata
メトリクスフィルター metric filter
メトリクスフィルタ metric filter
メトリクス metric
メトリックス metric
メトリック metric
メモリサイズ memory size
メモリ memory
メモリー memory
メンテナンスウィンドウ maintenance window
メンテナンス maintenance
モード mode
モジュール module
モデル model
モニター monitor
モニタリング monitoring
ユーザー user
ユーザ user
ユーザープール user pool
ユーザープールクライアント user pool client
ユーザーデータ user data
ユーザデータ user data
ライセンス license
ライター writer
ライフサイクルフック lifecycle hook
ライフサイクルポリシー lifecycle policy
ライフサイクル lifecycle
ランタイム runtime
リージョン region
リーダー reader
リードレプリカ read replica
リードキャパシティ read capacity
リストア restore
リスト list
リスナールール listener rule
リスナー listener
リスナ listener
リソースシグナル resource signal
リソースポリシー resource policy
リソース resource
リダイレクト redirect
リトライ retry
リバランス rebalance
リビジョン revision
リプレイス replace
リフレッシュ refresh
リポジトリ repository
リミット limit
リモート remote
リレーション relation
ルーティング routing
ルートテーブル route table
ルートボリューム root volume
ルート route
ルール rule
レート rate
レイテンシー latency
レイテンシ latency
レイヤー layer
レイヤ layer
レコードセット record set
レコードタイプ record type
レコード record
レジストリ registry
レプリカ replica
レプリケーショングループ replication group
レプリケーション replication
レポート report
ローカルセカンダリインデックス local secondary index
ローカルセカンダリーインデックス local secondary index
ローカル local
ローテーション rotation
ロードバランサー load balancer
ロードバランサ load balancer
ロードバランシング load balancing
ローリングアップデート rolling update
ローリング rolling
ロールバック rollback
ロール role
ロギング logging
ロググループ log group
ログストリーム log stream
ログ log
ロック lock
ロングポーリング long polling
ワーカー worker
ワークグループ work group
ワークフロー workflow
ワーク work
ワイルドカード wildcard
中断動作 interruption behavior
中断 suspend|interruption
予測型 predictive
予測 predictive
予約された reserved
予約済み reserved
予約 reserved
予備 spare
互換性 compatibility
仮想 virtual
位置情報 geolocation
作成 creation
作成ポリシー creation policy
依存関係 dependency
保存期間 retention period
保持期間 retention period
保持 retention
保護 protection
信頼ポリシー trust policy|assume role policy
信頼関係 assume role policy|trust policy
信頼された trusted
信頼 trust
値 value
停止 stop
優先度 priority
優先順位 priority
元 source
入力 input
公開 public
共有 shared
出力 output
分割 split
分散 balancing
別名 alias
制限 restriction|limit
制約 constraint
削除ポリシー deletion policy
削除保護 deletion protection
削除 deletion|delete
加速 acceleration
加重 weighted
動作 behavior
動的 dynamic
単純 simple
即時 immediate
印 mark
参照 reference
受信 receive
可用性 availability
可視性タイムアウト visibility timeout
可視性 visibility
同時実行数 concurrency
同時実行 concurrency|concurrent execution
名前空間 namespace
名前 name
名 name
呼び出し invocation|invoke
応答 response|answer
回復 recovery
回転 rotation
地域制限 geo restriction
地理制限 geo restriction
地理的制限 geo restriction
地理的近接性 geoproximity
地理的近接 geoproximity
地理的 geolocation
型 type
埋め込み embedded
変換 transform
変更セット change set
変更 change
変数 variable
外部 external
多値 multi value
失敗 failure
委任 delegation
実行ロール execution role
実行 execution
容量 capacity
属性定義 attribute definition
属性 attribute
希望 desired
希望する desired
強制 force
形式 format
待機条件 wait condition
待機時間 wait time
待機 wait
復元 restore
復旧 recovery
急増 surge
成功 success
戦略 strategy
所有者 owner
手動 manual
承認 approval|authorizer
拒否 deny
指標 metric
挙動 behavior
接続ドレイニング connection draining
接続ドレイン connection draining
接続 connection
推移 transition
提供 provider
援護 shield
時間 time|hour
時刻 time
暗号化キー encryption key
暗号化 encryption
更新置換ポリシー update replace policy
更新ポリシー update policy
更新 update
最大サイズ max size
最小サイズ min size
最大 max|maximum
最小 min|minimum
有効化 enable
有効期限 expiration
有効期間 validity period
有効 enabled
期間 period
期限 expiration
条件関数 condition function
条件 condition
検出 detection
権限 permission
正常性 health
段階的 gradual
比率 ratio
永続化 persistence
決定 decision
準拠 compliance
無効化 invalidation
状態 state|status
猶予期間 grace period
環境変数 environment variable
環境枠 environment tier
環境ティア environment tier
環境 environment
生成 generation
監視 monitoring
監査 audit
直接 direct
破棄 destroy
確認 confirm
移行 migration|transition
種別 type
種類 type
移動 move
空間 space
端末 terminal
署名付きクッキー signed cookie
署名付き signed
署名 signing
管理 management|managed
終了ポリシー termination policy
終了保護 termination protection
終了 termination
統合 integration
経路 route
置換ポリシー update replace policy
置換 replacement
置き換え replacement
自動スケーリング auto scaling
自動バックアップ automated backup
自動公開 auto publish
自動 auto
複数値回答 multi value answer
複数 multi
複製 replication
許可 allow|permission
記録 record|recorder
設定セット config set
設定 configuration|setting
証明書 certificate
評価 evaluation|evaluate
認可 authorization
認証 authentication
詳細モニタリング detailed monitoring
詳細 detailed
課金モード billing mode
課金 billing
請求モード billing mode
請求 billing
負荷分散 load balancing
起動テンプレート launch template
起動設定 launch configuration
起動タイプ launch type
起動 launch
転送 transfer|forward
追跡 tracking
追加バッチ additional batch
追加 additional
送信 send
通知 notification
通信 communication
通常 normal
透過的 transparent
連携 integration
遅延キュー delay queue
遅延 delay
適用 apply
重み付け weighted
重みづけ weighted
重み weight
鍵 key
閾値 threshold
しきい値 threshold
関数 function
関連付け association
関連づけ association
除外 exclude
静的ウェブサイト static website
静的サイト static website
静的 static
順序 order
項目 item
領域 region
料金クラス price class
価格クラス price class
料金 price
価格 price
擬似パラメータ pseudo parameter
疑似パラメータ pseudo parameter
擬似 pseudo
疑似 pseudo
組み込み関数 intrinsic function
組み込み intrinsic
登録解除の遅延 deregistration delay
登録解除遅延 deregistration delay
登録解除 deregistration
登録 registration
論理 logical
物理 physical
予定 scheduled
専用 dedicated
必須 required
機能 feature
方式 method
方法 method
許容 tolerated
拡張 extension|enhanced
健全性 health
異常 unhealthy
正常 healthy
主キー primary key
副 secondary
秘密 secret
公平 fair
先入れ先出し fifo
国 country
書き込み write
読み取り read
読み込み read
切り替え switch
引き継ぎ takeover
有向 directed
永久 permanent
集約 aggregate
間隔 interval
数 count
回数 count
頻度 frequency
本体 body
本文 body
`;

/** The English of a run of Japanese, long-vowel marks taken off; several where a word has several. */
export function englishOf(run: string): readonly (readonly string[])[] | undefined {
  const { words: known } = table();
  const words: (readonly string[])[] = [];
  let at = 0;
  while (at < run.length) {
    const length = longestAt(run, at, known);
    if (length > 0) {
      words.push(known.get(run.slice(at, at + length)) ?? []);
      at += length;
    } else {
      const particle = PARTICLE.exec(run.slice(at))?.[0];
      if (particle === undefined || words.length === 0 || at + particle.length === run.length) return undefined;
      at += particle.length;
    }
  }
  return words;
}

/** What joins two words without adding to what they mean. */
const PARTICLE = /^(?:による|に対する|における|に基づく|された|した|する|での|への|の|を|な|的な|時)/u;

const table = lazy(() => {
  const words = new Map<string, readonly string[]>();
  for (const line of WORDS.trim().split("\n")) {
    const [word = "", ...english] = line.split(" ");
    words.set(word.replaceAll("ー", ""), english.join(" ").split("|"));
  }
  return { words, longest: Math.max(...[...words.keys()].map(({ length }) => length)) };
});

function longestAt(run: string, at: number, words: ReadonlyMap<string, unknown>): number {
  for (let length = Math.min(table().longest, run.length - at); length > 0; length--) {
    if (words.has(run.slice(at, at + length))) return length;
  }
  return 0;
}
