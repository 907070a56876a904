import { createHash } from "node:crypto";

/** Bytes that look random and are the same in every run. */
function bytes(count: number): Buffer {
  const parts = Array.from({ length: Math.ceil(count / 32) }, (_, index) =>
    createHash("sha256").update(String(index)).digest(),
  );
  return Buffer.concat(parts).subarray(0, count);
}

const customers = Array.from({ length: 40 }, (_, index) => ({
  id: 400_746_613 + index,
  external_id: null,
  active: true,
  email: `jo.martin${index}@example.com`,
  name: "Jo Martin",
  created_datetime: "2026-03-01T09:30:00.123456+00:00",
  meta: { loyalty_tier: "gold", order_count: 7, tags: ["vip", "wholesale"] },
}));

/** Texts that cost models much, and some that cost them little: each several thousand tokens. */
export const HARD: Readonly<Record<string, string>> = {
  json: JSON.stringify(customers),
  prose: "I have been waiting for my order since last week. Could you tell me where it is? ".repeat(
    80,
  ),
  "a web page": '<div style="color:#1a2b3c"><p class="x-y">Hi&nbsp;there</p></div>\n'.repeat(100),
  base64: bytes(6_000).toString("base64"),
  hex: bytes(6_000).toString("hex"),
  IDs: JSON.stringify([...new Uint32Array(new Uint8Array(bytes(4 * 1_500)).buffer)]),
  addresses: Array.from(
    { length: 80 },
    (_, index) =>
      `https://uploads.gorgias.io/${bytes(32 * index + 32)
        .subarray(-16)
        .toString("hex")}/photo-${index}.png`,
  ).join("\n"),
  Chinese:
    "您好，我的訂單還沒有收到，請問可以幫我查詢一下嗎？我上週五購買了一件外套，但是尺寸不對，想要換貨。".repeat(
      60,
    ),
  Japanese: "注文した商品がまだ届いておりません。確認していただけますでしょうか。".repeat(80),
  Korean: "안녕하세요. 주문한 상품이 아직 도착하지 않았습니다. 확인 부탁드립니다. ".repeat(80),
  Russian: "Здравствуйте, мой заказ ещё не пришёл. Где он находится? ".repeat(100),
  Arabic: "مرحبا، لم يصل طلبي بعد. هل يمكنكم التحقق من حالته من فضلكم؟ ".repeat(80),
  Hebrew: "שלום, ההזמנה שלי עדיין לא הגיעה. האם תוכלו לבדוק היכן היא? ".repeat(80),
  Thai: "สวัสดีครับ คำสั่งซื้อของฉันยังไม่มาถึง กรุณาตรวจสอบให้ด้วยครับ ".repeat(80),
  Hindi: "नमस्ते, मेरा ऑर्डर अभी तक नहीं आया है। कृपया जाँच करें कि वह कहाँ है। ".repeat(80),
  Vietnamese: "Xin chào, đơn hàng của tôi vẫn chưa đến. Vui lòng kiểm tra giúp tôi. ".repeat(80),
  German:
    "Meine Bestellung ist noch nicht angekommen. Könnten Sie bitte prüfen, wo sie bleibt? ".repeat(
      80,
    ),
  emoji: "😀🎉🚀👍🏽❤️🙏🔥😭👨‍👩‍👧‍👦🇫🇷".repeat(200),
  "one letter": "z".repeat(5_000),
  "no letters": "[".repeat(2_000) + "]".repeat(2_000),
};
