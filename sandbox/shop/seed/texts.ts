/** What a customer writes to the shop about: the texts of a made-up ticket. */
export interface Topic {
  subject: string;
  question: string;
  answer: string;
  tag: string;
  reason: string;
}

/** A language of the shop's customers, with its share of them. */
export interface Language {
  code: string;
  share: number;
  timezones: readonly string[];
  greeting: string;
  thanks: string;
  topics: readonly Topic[];
}

/** The languages that the customers write in. */
export const LANGUAGES: readonly Language[] = [
  {
    code: "en",
    share: 0.7,
    timezones: ["America/New_York", "America/Los_Angeles", "Europe/London", "Australia/Sydney"],
    greeting: "Hi",
    thanks: "Great, thank you so much!",
    topics: [
      {
        subject: "Where is my order #{order}?",
        question:
          "I ordered {product} more than a week ago and the tracking has not moved since. Could you check what happened to order #{order}?",
        answer:
          "I am sorry for the wait! Order #{order} is held at the carrier's depot; I asked them to deliver it tomorrow.",
        tag: "order-status",
        reason: "Shipping::Late delivery",
      },
      {
        subject: "Return of order #{order}",
        question:
          "{product} from order #{order} does not suit me after all. How do I send it back, and who pays for the postage?",
        answer:
          "No problem at all. I attached a prepaid label; we refund you as soon as the parcel reaches us.",
        tag: "return",
        reason: "Return::Changed mind",
      },
      {
        subject: "Damaged item in order #{order}",
        question:
          "My parcel arrived today and {product} is broken. The box was dented on one side. Can you send a new one?",
        answer:
          "That should not have happened. A replacement leaves our warehouse today, and you may keep the damaged one.",
        tag: "damaged",
        reason: "Product::Damaged",
      },
      {
        subject: "Question about {product}",
        question: "Is {product} available in a larger size, and when do you expect it in stock?",
        answer: "We get the next delivery within ten days. Shall I let you know when it is here?",
        tag: "pre-sale",
        reason: "Product::Question",
      },
      {
        subject: "Wrong address on order #{order}",
        question:
          "I just noticed that order #{order} goes to my old address. Can you still change it?",
        answer: "Just in time: I changed the address before the parcel left.",
        tag: "order-change",
        reason: "Order::Change",
      },
      {
        subject: "Cancel order #{order}",
        question: "Please cancel order #{order}, I ordered {product} twice by mistake.",
        answer: "Done. The amount is back on your card within three to five days.",
        tag: "cancel",
        reason: "Order::Cancel",
      },
      {
        subject: "Discount code does not work",
        question: "Your newsletter promised 15% off, but the checkout refuses the code.",
        answer: "The code had a typo, sorry! WELCOME15 works, and I added free shipping.",
        tag: "discount",
        reason: "Discount::Request",
      },
    ],
  },
  {
    code: "fr",
    share: 0.12,
    timezones: ["Europe/Paris", "America/Montreal"],
    greeting: "Bonjour",
    thanks: "Parfait, merci beaucoup !",
    topics: [
      {
        subject: "Où est ma commande n° {order} ?",
        question:
          "J'ai commandé {product} il y a dix jours et je n'ai toujours rien reçu. Pouvez-vous vérifier la commande n° {order} ?",
        answer: "Toutes nos excuses ! Votre colis sera livré demain avant midi.",
        tag: "order-status",
        reason: "Shipping::Late delivery",
      },
      {
        subject: "Retour de la commande n° {order}",
        question: "Je souhaite renvoyer {product}. Comment dois-je procéder ?",
        answer: "Voici l'étiquette de retour ; le remboursement suit dès réception.",
        tag: "return",
        reason: "Return::Changed mind",
      },
    ],
  },
  {
    code: "de",
    share: 0.1,
    timezones: ["Europe/Berlin", "Europe/Zurich"],
    greeting: "Guten Tag",
    thanks: "Super, vielen Dank!",
    topics: [
      {
        subject: "Wo bleibt meine Bestellung {order}?",
        question:
          "Ich habe vor über einer Woche {product} bestellt und noch nichts bekommen. Können Sie bitte nachsehen?",
        answer: "Bitte entschuldigen Sie die Verzögerung. Ihr Paket kommt morgen an.",
        tag: "order-status",
        reason: "Shipping::Late delivery",
      },
      {
        subject: "Beschädigte Ware in Bestellung {order}",
        question: "{product} kam leider zerbrochen an. Bekomme ich Ersatz?",
        answer: "Selbstverständlich, der Ersatz geht heute noch raus.",
        tag: "damaged",
        reason: "Product::Damaged",
      },
    ],
  },
  {
    code: "es",
    share: 0.08,
    timezones: ["Europe/Madrid", "America/Mexico_City"],
    greeting: "Hola",
    thanks: "¡Perfecto, muchas gracias!",
    topics: [
      {
        subject: "¿Dónde está mi pedido {order}?",
        question: "Pedí {product} hace más de una semana. ¿Pueden revisar el pedido {order}?",
        answer: "Sentimos la demora. Su paquete llega mañana.",
        tag: "order-status",
        reason: "Shipping::Late delivery",
      },
      {
        subject: "Devolución del pedido {order}",
        question: "Quiero devolver {product}. ¿Cómo lo hago?",
        answer: "Le adjunto la etiqueta de devolución.",
        tag: "return",
        reason: "Return::Changed mind",
      },
    ],
  },
];

/** What the shop sells. */
export const PRODUCTS = [
  "the Alder walnut side table",
  "the Brisk merino sweater",
  "the Cove linen sheet set",
  "the Dawn ceramic lamp",
  "the Ember cast-iron pan",
  "the Fjord rain jacket",
  "the Grove bamboo desk",
  "the Harbor wool throw",
] as const;
