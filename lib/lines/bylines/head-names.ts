/** `刘向东（洛阳市委党校）张茜（洛阳市环保局）`: names, each with where its bearer works. */
export const eachAffiliated =
  /^(?:(?:[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff][\s\u3000][\u4e00-\u9fff])\s*[（(][^（）()。]{2,30}[）)][\s、，,；;]*){1,5}$/;

/** `主讲人：鲍义来 教授`: who gave the lecture that the essay writes down. */
export const speech =
  /^(?:主\s*讲\s*人?|报告人|演讲[人者]|讲课人)\s*[:：]\s*([\u4e00-\u9fff·]{2,4})(?:[\s\u3000]+[\u4e00-\u9fff]{2,8})?$/;
